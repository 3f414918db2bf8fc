import { readdirSync } from 'node:fs';
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
const types = (workspace) => [
  ...[tool('.', 'typescript', 'tsc'), '-p', workspace, '--incremental'],
  ...['--tsBuildInfoFile', memory(`tsc-${workspace.replace('/', '-')}.tsbuildinfo`)],
];

/** Every check as `{ name, args }` for Node, the longest first: they run two at a time. */
export const steps = () => [
  { name: 'pages: types and accessibility (svelte-check)', args: svelteCheck() },
  { name: 'lint (eslint)', args: eslint() },
  ...workspaces()
    .reverse()
    .map((workspace) => ({ name: `types of ${workspace}`, args: types(workspace) })),
  { name: 'table types as migrated (db/generate.ts)', args: ['db/generate.ts', '--check'] },
  { name: 'unused code (knip)', args: [tool('.', 'knip')] },
  { name: 'dependency rules (dependency-cruiser)', args: arrows() },
  { name: 'format (prettier)', args: prettier() },
];
