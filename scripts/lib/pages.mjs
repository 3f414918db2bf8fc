import { existsSync } from 'node:fs';
import { leaveIfAsked, runNode } from './children.mjs';
import { inWords } from './in-words.mjs';
import { at, tool } from './places.mjs';
import { filesBelow, fingerprint, isDone, markDone } from './stamps.mjs';

/** Generates SvelteKit's types, unless they are those of the present sources. */
export const syncPages = (options) => whenChanged('sync', '.svelte-kit', [[kit(), 'sync']], options);

/** Builds the pages for production, unless the build is that of the present sources. */
export const buildPages = (options) =>
  whenChanged(
    'build',
    'build/handler.js',
    [
      [kit(), 'sync'],
      [vite(), 'build', '--logLevel', 'warn'],
    ],
    options,
  );

const kit = () => tool('web', '@sveltejs/kit', 'svelte-kit');
export const vite = () => tool('web', 'vite');

/** Runs the commands in web when its sources differ; answers what they printed. stdout stays free for `bench --json`. */
async function whenChanged(name, product, commands, options = { stdio: ['ignore', 2, 2] }) {
  const wanted = fingerprint(sources());
  if (isDone(name, wanted) && existsSync(at('web', product))) return { code: 0, output: '' };
  if (name === 'build') console.error('Building the pages …');
  for (const command of commands) {
    const ended = await runNode(command, { cwd: at('web'), ...options });
    leaveIfAsked();
    if (ended.code !== 0) return ended;
  }
  markDone(name, wanted);
  return { code: 0, output: '' };
}

function sources() {
  const written = ['web', 'packages', 'server', 'db'].flatMap(filesBelow);
  return [...written.filter((file) => !/\.test\.ts$/.test(file)), 'pnpm-lock.yaml', 'tsconfig.base.json'];
}

/** For verbs that serve the pages: without a build there is nothing to start. */
export async function requirePages() {
  const { code } = await buildPages();
  if (code !== 0) throw inWords('The pages could not be built; the lines above say why. Nothing was started.');
}
