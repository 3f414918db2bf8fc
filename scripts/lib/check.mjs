import { leaveIfAsked, runNode } from './children.mjs';
import { buildPages, syncPages } from './pages.mjs';
import { everythingWritten, fingerprint, isDone, markDone } from './stamps.mjs';
import { steps } from './steps.mjs';

const AT_ONCE = 2;
const quiet = { stdio: ['ignore', 'pipe', 'pipe'] };

/** `npm run check`: every step, failures listed at the end; answers the exit code. */
export async function check() {
  const { failed } = await runChecks('check');
  return failed.length === 0 ? 0 : 1;
}

/** Runs every step to its end, failures or not: `{ passed, failed }`, the failed by name. */
export async function runChecks(verb) {
  const results = [await timed(firstStep(verb))];
  const tree = fingerprint(everythingWritten());
  const waiting = steps().map((step) => unlessHeld(step, tree));
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await timed(step));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  leaveIfAsked();
  const failed = results.filter((result) => !result.holds).map((result) => result.name);
  for (const name of failed) console.log(`✗ ${name}`);
  return { passed: results.length - failed.length, failed };
}

/** Lint and svelte-check read SvelteKit's generated types; tests need the whole build. */
const firstStep = (verb) =>
  verb === 'test'
    ? { name: 'pages build (vite)', run: () => buildPages(quiet) }
    : { name: 'page types generated (svelte-kit)', run: () => syncPages(quiet) };

/** A step that held for exactly this tree holds again; a failure is always run again. */
function unlessHeld({ name, args }, tree) {
  const stamp = `check ${name.replace(/[^a-z0-9]+/g, ' ').trim()}`;
  if (isDone(stamp, tree)) return { name, run: async () => ({ code: 0 }), note: 'as before: nothing changed' };
  const run = async () => {
    const ended = await runNode(args, quiet);
    if (ended.code === 0) markDone(stamp, tree);
    return ended;
  };
  return { name, run };
}

async function timed({ name, run, note }) {
  const began = performance.now();
  const { code, output } = await run().catch((error) => ({ code: 1, output: String(error) }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} ${note ?? `${seconds} s`}`);
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '));
  return { name, holds: code === 0 };
}
