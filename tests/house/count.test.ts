import { beforeAll, describe, expect, it } from 'vitest';
import { Clone } from './clone.ts';

let clone: Clone;

/** Writes the given report where vitest would and ends as vitest would. */
const REPORTER = `import { writeFileSync } from 'node:fs';
const file = process.argv.find((arg) => arg.startsWith('--outputFile.json=')).split('=')[1];
if (process.env.REPORT) writeFileSync(file, process.env.REPORT);
process.exit(Number(process.env.CODE));
`;

beforeAll(() => {
  clone = new Clone();
  clone.tool('tests', 'vitest', 'vitest', REPORTER);
  return () => clone.remove();
});

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

function report(passed: number, failed: number, skipped: number, testResults: unknown[]): string {
  const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0 };
  return JSON.stringify({ ...counts, testResults });
}

function lastLineOf(REPORT: string, CODE: number): [string | undefined, number | null] {
  const { stdout, status } = clone.run(['test', 'api'], { REPORT, CODE: String(CODE) });
  return [stdout.trimEnd().split('\n').at(-1), status];
}

describe('the last line of npm test', () => {
  it('counts what passed', () => {
    expect(lastLineOf(report(2, 0, 0, [file('passed', 'passed', 'passed')]), 0)).toEqual(['2 passed, 0 failed', 0]);
  });

  it('names what was skipped', () => {
    const results = [file('passed', 'passed', 'skipped')];
    expect(lastLineOf(report(1, 0, 1, results), 0)).toEqual(['1 passed, 0 failed, 1 skipped', 0]);
  });

  it('counts a file that does not load as a failure', () => {
    const results = [file('failed'), file('failed', 'failed')];
    expect(lastLineOf(report(0, 1, 0, results), 1)).toEqual(['0 passed, 2 failed', 1]);
  });

  it('counts an error outside of every test as a failure', () => {
    expect(lastLineOf(report(1, 0, 0, [file('passed', 'passed')]), 1)).toEqual(['1 passed, 1 failed', 1]);
  });

  it('does not call nothing a success', () => {
    expect(lastLineOf(report(0, 0, 1, [file('passed', 'skipped')]), 0)).toEqual(['0 passed, 1 failed, 1 skipped', 1]);
  });

  it('counts a vitest that falls before its tests', () => {
    expect(lastLineOf('', 1)).toEqual(['0 passed, 1 failed', 1]);
  });

  it('counts a failed install', () => {
    clone.write('pnpm-lock.yaml', '{ "changed": true }');
    const { stdout, status } = clone.run(['test'], { REFUSAL: 'ERR_PNPM_OUTDATED_LOCKFILE' });
    expect([stdout.trimEnd().split('\n').at(-1), status]).toEqual(['0 passed, 1 failed', 1]);
  });
});
