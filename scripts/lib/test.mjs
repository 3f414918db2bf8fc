import { runChecks } from './check.mjs';
import { leaveIfAsked } from './children.mjs';
import { MISSING_CHROMIUM, findChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { buildPages } from './pages.mjs';
import { runVitest } from './vitest.mjs';

/** `npm test`: the checks, then every test; with filters only the tests they name. Answers the exit code. */
export async function test(filters) {
  const result = await installed().then((ok) => (ok ? tested(filters) : { passed: 0, failed: 1, skipped: 0 }));
  leaveIfAsked();
  if (findChromium() === undefined) console.log(`\n${MISSING_CHROMIUM}`);
  console.log(`\n${lastLine(result)}`);
  return result.failed === 0 ? 0 : 1;
}

async function tested(filters) {
  const checks = filters.length === 0 ? await runChecks('test') : await builtOnly();
  leaveIfAsked();
  const tests = await runVitest(filters);
  for (const name of checks.failed) console.log(`✗ ${name}`);
  return { passed: checks.passed + tests.passed, failed: checks.failed.length + tests.failed, skipped: tests.skipped };
}

async function builtOnly() {
  const { code } = await buildPages();
  return { passed: 0, failed: code === 0 ? [] : ['pages build (vite)'] };
}

const installed = () =>
  install().then(
    () => true,
    (error) => {
      console.error(error.inWords ? error.message : error);
      return false;
    },
  );

const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
