import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './children.mjs';
import { tool } from './places.mjs';

/** Runs vitest with these filters: `{ passed, failed, skipped }`. */
export async function runVitest(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'danban-test-'));
  const report = join(folder, 'vitest.json');
  // What tests of one run make once for all of them lies there.
  process.env['DANBAN_TEST_RUN'] = folder;
  try {
    const { code } = await runNode([
      tool('tests', 'vitest'),
      'run',
      ...FLAGS,
      `--outputFile.json=${report}`,
      ...filters,
    ]);
    return counts(read(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FLAGS = ['--root', 'tests', '--reporter=default', '--reporter=json'];

/** No readable report means vitest fell before its tests: that is one failure, not none. */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Adds what vitest's own count leaves out: files that do not load, errors outside of tests, and no tests at all. */
function counts(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.testResults.filter(failsWithoutAFailedTest).length;
  const unseen = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unseen ? 1 : failed, skipped };
}

const failsWithoutAFailedTest = (file) =>
  file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
