import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';

/** A test as a document names it: the end of its file's path, and its sentence. */
interface Quoted {
  file: string;
  sentence: string;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tests = globSync('{packages,db,server,web,tests}/**/*.test.ts', { cwd: root, exclude: ['**/node_modules/**'] });

/** Every sentence in quotation marks belongs to the file that was named last before it. */
function quotedIn(text: string): Quoted[] {
  let file = '';
  const found: Quoted[] = [];
  for (const [, named, sentence] of text.matchAll(/`([\w./-]+\.test\.ts)`|"([^"]+)"/g)) {
    if (named !== undefined) file = named;
    else if (file !== '') found.push({ file, sentence: sentence! });
  }
  return found;
}

/** What a test file says, with the tables beside it from which it takes its sentences. */
function textOf(path: string): string {
  const beside = [...read(path).matchAll(/from '\.\/([\w.]+\.ts)'/g)].map(([, name]) => join(dirname(path), name!));
  return [path, ...beside].map(read).join('\n');
}

/** A sentence may hold a number that is only known when it runs. */
const spoken = (text: string): string => text.replace(/\$\{\w+\}|\d+/g, '#');

/** "…" stands for the rest. */
function isATest({ file, sentence }: Quoted): boolean {
  const [beginning, ending] = spoken(sentence).split('…');
  const begun = ["'", '"', '`'].map((quote) => [`${quote}${beginning!.trim()}`, quote] as const);
  return tests
    .filter((path) => `/${path}`.endsWith(`/${file}`))
    .map((path) => spoken(textOf(path)))
    .some((text) => begun.some(([start, quote]) => text.includes(ending === undefined ? start + quote : start)));
}

const lastCells = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split('|').at(-2)!] : []));

describe('docs/privacy.md says which test sees each claim', () => {
  const quoted = lastCells(read('docs/privacy.md')).flatMap(quotedIn);

  it('names dozens of them', () => {
    expect(quoted.length).toBeGreaterThan(40);
  });

  it('and each is there, in the file it is said to be in', () => {
    expect(quoted.filter((one) => !isATest(one))).toEqual([]);
  });

  it('one that is not there is seen', () => {
    const [row] = quotedIn('`tests/api/urn.test.ts`: "no answer reaches the moon"');
    expect(isATest(row!)).toBe(false);
    expect(isATest({ file: 'nowhere.test.ts', sentence: 'no answer reaches …' })).toBe(false);
    expect(isATest({ file: 'urn.test.ts', sentence: 'no answer reaches …' })).toBe(true);
  });
});
