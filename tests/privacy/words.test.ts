import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { liveTable } from '../attack/live.ts';

const root = join(import.meta.dirname, '../..');

/** What nobody may promise: it is not so, or nobody could keep it. */
const forbidden = [
  /\bimpossible\b/i,
  /\bunconditional/i,
  /even we can never know/i,
  /secret ballot/i,
  /bỏ phiếu kín|lá phiếu kín/i,
  /tuyệt đối (an toàn|bí mật|ẩn danh|kín)/i,
  /vô điều kiện/i,
  /(chính )?chúng tôi cũng không (thể )?biết/i,
  /không ai (trong \S+ \S+ )?biết (phiếu|ý kiến) nào/i,
  /nobody (at \S+ \S+ )?(knows|can tell) (whose|which)/i,
  /không ai bị nhận ra/i,
];

function filesBelow(folder: string, ending: RegExp): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        ending.test(entry.name) &&
        !/node_modules|build|\.test\./.test(join(entry.parentPath, entry.name)),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Comments and keys of sentences are ours; what is left may be said to people. */
const said = (path: string): string =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => path.endsWith('.md') || !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n')
    .replace(/'[a-zA-Z]+\.[\w.-]+'/g, '');

/** Of the templates everything but the choices of a question: those may name how votes are taken elsewhere. */
function templatesWithoutChoices(): string {
  const file = readFileSync(join(root, 'db/seeds/templates.vi.json'), 'utf8');
  return JSON.stringify(JSON.parse(file, (key, value: unknown) => (key === 'options' ? [] : value)));
}

function promised(text: string): string[] {
  return forbidden.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

test('no word of what nobody can promise stands anywhere', () => {
  const paths = [
    ...filesBelow('packages/i18n/src', /\.ts$/),
    ...filesBelow('web/src', /\.svelte$/),
    ...filesBelow('docs', /\.md$/),
    join(root, 'README.md'),
    join(root, 'CONTRIBUTING.md'),
  ];
  const found = paths.flatMap((path) => promised(said(path)).map((words) => `${path.slice(root.length)}: ${words}`));
  expect(found).toEqual([]);
  expect(promised(templatesWithoutChoices())).toEqual([]);
});

test('such a word is seen', () => {
  expect(promised('It is impossible to find out. Đây là lá phiếu kín.')).toHaveLength(2);
});

test('the table of who is linked by watching live is what the simulation finds', () => {
  const documented = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
  expect(liveTable().filter((row) => !documented.includes(row))).toEqual([]);
});
