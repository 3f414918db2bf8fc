import { check } from './check.mjs';
import { listenForStop, runNode } from './children.mjs';
import { heapFlags } from './heap.mjs';
import { inWords } from './in-words.mjs';
import { install } from './install.mjs';
import { requirePages, vite } from './pages.mjs';
import { at } from './places.mjs';
import { test } from './test.mjs';

const verbs = {
  async start(args) {
    await install();
    await requirePages();
    return served([...heapFlags, 'web/server.ts', ...args]);
  },
  async dev(args) {
    await install();
    return ended(runNode([vite(), 'dev', ...args], { cwd: at('web') }));
  },
  async bench(args) {
    await install();
    await requirePages();
    return served(['tests/bench/main.ts', ...args]);
  },
  async attack(args) {
    await install();
    return ended(runNode(['tests/attack/main.ts', ...args]));
  },
  async audit(args) {
    await install();
    return ended(runNode(['server/src/audit/command.ts', ...args]));
  },
  async clauses(args) {
    await install();
    return ended(runNode(['server/src/consultations/command.ts', ...args]));
  },
  async verify(args) {
    await install();
    return ended(runNode(['server/src/transparency/command.ts', ...args]));
  },
  async witness(args) {
    await install();
    return ended(runNode(['server/src/witness/command.ts', ...args]));
  },
  async check() {
    await install();
    return check();
  },
  test,
};

/** Performs one verb; answers the exit code. */
export async function perform(verb, args) {
  if (!Object.hasOwn(verbs, verb ?? '')) throw inWords(`Say one of: ${Object.keys(verbs).join(', ')}.`);
  listenForStop();
  return verbs[verb](args);
}

/** Ours run from the root, so that ./data and ./keys lie there. */
const served = (args) => {
  process.env.NODE_ENV ??= 'production';
  return ended(runNode(args));
};

const ended = async (running) => (await running).code;
