import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { plant, root, uproot } from './planted.ts';

const inPackage = 'packages/survey/src';
const long = (lines: number) => `export function long(): number {\n${'  Math.abs(1);\n'.repeat(lines)}  return 1;\n}\n`;

const refused: [claim: string, file: string, rule: string, source: string][] = [
  ['a package has no clock', `${inPackage}/now.ts`, 'no-restricted-syntax', 'export const now = () => Date.now();\n'],
  ['not by a new date', `${inPackage}/today.ts`, 'no-restricted-syntax', 'export const today = () => new Date();\n'],
  ['not by the date as text', `${inPackage}/text.ts`, 'no-restricted-syntax', 'export const text = () => Date();\n'],
  [
    'a package has no chance',
    `${inPackage}/dice.ts`,
    'no-restricted-syntax',
    'export const dice = () => Math.random();\n',
  ],
  [
    'not by the crypto of its host',
    `${inPackage}/bytes.ts`,
    'no-restricted-syntax',
    'export const draw = (host: { getRandomValues(): number }) => host.getRandomValues();\n',
  ],
  [
    'a package makes no ids',
    `${inPackage}/id.ts`,
    'no-restricted-syntax',
    'export const id = (host: { randomUUID(): string }) => host.randomUUID();\n',
  ],
  ['a package imports no node: module', `${inPackage}/fs.ts`, 'no-restricted-imports', "export * from 'node:path';\n"],
  [
    'its part for the server draws no chance',
    `${inPackage}/node/draw.ts`,
    'no-restricted-imports',
    "export { randomBytes } from 'node:crypto';\n",
  ],
  [
    'nor reads files',
    `${inPackage}/node/files.ts`,
    'no-restricted-imports',
    "export { readFileSync } from 'node:fs';\n",
  ],
  [
    'a package knows no host',
    `${inPackage}/host.ts`,
    'no-restricted-globals',
    'declare global {\n  const process: { pid: number };\n}\nexport const pid = () => process.pid;\n',
  ],
  [
    'the server logs by its logger',
    'server/src/surveys/chatty.ts',
    'no-console',
    "export const chat = () => console.log('x');\n",
  ],
  ['a function stays small', 'server/src/surveys/long.ts', 'max-lines-per-function', long(70)],
  ['a file stays small', 'db/src/long.ts', 'max-lines', 'export {};\n'.repeat(301)],
];

const allowed: [claim: string, file: string, source: string][] = [
  ['a given time is a value', `${inPackage}/given.ts`, 'export const date = (ms: number) => new Date(ms);\n'],
  ['a test may hold the clock', `${inPackage}/now.test.ts`, 'export const now = Date.now();\n'],
  ['its part for the server may hash', `${inPackage}/node/hash.ts`, "export { createHash } from 'node:crypto';\n"],
  ['the logger writes to the console', 'server/src/log.ts', "export const log = () => console.log('x');\n"],
  ['the server has a clock', 'server/src/surveys/clock.ts', 'export const clock = () => new Date();\n'],
  ['sixty lines are a function', 'server/src/surveys/sixty.ts', long(57)],
];

/** The rules each planted file breaks, by file. */
const broken = new Map<string, string[]>();

interface Linted {
  filePath: string;
  messages: { ruleId: string | null }[];
}

beforeAll(() => {
  const sources = [...refused.map(([, file, , source]) => [file, source]), ...allowed.map(([, ...file]) => file)];
  const tree = plant(Object.fromEntries(sources) as Record<string, string>, 'eslint.config.js');
  for (const { filePath, messages } of lint(tree)) {
    broken.set(filePath.slice(tree.length + 1), [...new Set(messages.map(({ ruleId }) => ruleId ?? 'unparsed'))]);
  }
  return () => uproot(tree);
}, 60_000);

function lint(tree: string): Linted[] {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--format', 'json', 'packages', 'server', 'db'];
  return JSON.parse(spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' }).stdout) as Linted[];
}

describe('lint keeps packages pure and functions small', () => {
  it.each(refused)('%s', (_claim, file, rule) => {
    expect(broken.get(file)).toEqual([rule]);
  });

  it.each(allowed)('%s', (_claim, file) => {
    expect(broken.get(file)).toEqual([]);
  });
});
