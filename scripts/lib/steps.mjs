import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, tool } from './places.mjs';

const workspaces = () => [...readdirSync(at('packages')).map((name) => `packages/${name}`), 'db', 'server', 'tests'];

const ruled = ['packages', 'db', 'server', 'web', 'tests', 'scripts'];

/** What a tool remembers of unchanged files between two runs; a fresh clone has nothing to remember. */
const memory = (name) => at('node_modules/.cache', name);

const eslint = () => [
  ...[tool('.', 'eslint'), '--max-warnings=0', '.'],
  ...['--cache', '--cache-strategy', 'content', '--cache-location', memory('eslint')],
];
const prettier = () => [
  ...[tool('.', 'prettier'), '--check', '--log-level=warn', '.'],
  ...['--cache', '--cache-strategy', 'content', '--cache-location', memory('prettier.json')],
];
const arrows = () => [tool('.', 'dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...ruled];
const svelteCheck = () => [
  tool('.', 'svelte-check'),
  ...'--workspace web --fail-on-warnings --output human'.split(' '),
];
const settingsOf = (workspace) => JSON.parse(readFileSync(at(workspace, 'tsconfig.json'), 'utf8'));
const optionsOf = (workspace) => settingsOf(workspace).compilerOptions ?? {};

/**
 * Workspaces of the same host are one program: what they import of each other is checked once, not once in each. Those
 * that know no host are each alone: the tests of one may bring one in, and no other may lean on it.
 */
function programs() {
  const alike = {};
  for (const workspace of workspaces()) {
    const options = optionsOf(workspace);
    (alike[options.types?.length > 0 ? JSON.stringify(options) : workspace] ??= []).push(workspace);
  }
  return Object.values(alike).sort((one, other) => other.length - one.length);
}

function types(members) {
  const program = {
    extends: at('tsconfig.base.json'),
    compilerOptions: { ...optionsOf(members[0]), typeRoots: [at('tests/node_modules/@types')] },
    include: members.flatMap((workspace) => settingsOf(workspace).include.map((files) => at(workspace, files))),
    exclude: [at('**/node_modules')],
  };
  mkdirSync(memory('types'), { recursive: true });
  const file = join(memory('types'), `${members[0].replace('/', '-')}.json`);
  writeFileSync(file, JSON.stringify(program));
  return [tool('.', 'typescript', 'tsc'), '-p', file, '--incremental', '--tsBuildInfoFile', `${file}.tsbuildinfo`];
}

/** Every check as `{ name, args }` for Node, the longest first: they run two at a time. */
export const steps = () => [
  { name: 'pages: types and accessibility (svelte-check)', args: svelteCheck() },
  { name: 'lint (eslint)', args: eslint() },
  ...programs().map((members) => ({ name: `types of ${members.join(', ')}`, args: types(members) })),
  { name: 'table types as migrated (db/generate.ts)', args: ['db/generate.ts', '--check'] },
  { name: 'unused code (knip)', args: [tool('.', 'knip')] },
  { name: 'dependency rules (dependency-cruiser)', args: arrows() },
  { name: 'format (prettier)', args: prettier() },
];
