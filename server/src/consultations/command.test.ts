import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drafts, linesOf, automaticDocument, typedDocument } from '@danban/consultation/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Every run starts a program.
vi.setConfig({ testTimeout: 60_000 });

const command = fileURLToPath(new URL('./command.ts', import.meta.url));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

let folder: string;
const at = (name: string): string => join(folder, name);

const textsOf = (draft: string): string[] => linesOf(draft).map((line) => line.text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danban-clauses-'));
  for (const [name, draft] of [
    ['first', drafts.sampleFirst],
    ['second', drafts.sampleSecond],
  ] as const) {
    const lines = textsOf(draft);
    await writeFile(at(`${name}.md`), draft);
    await writeFile(at(`${name}.txt`), lines.join('\r\n'));
    await writeFile(at(`${name}.docx`), await typedDocument(lines));
    await writeFile(at(`${name}-counted.docx`), await automaticDocument(lines));
  }
  await writeFile(at('broken.docx'), 'PK\u0003\u0004 rest');
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run clauses -- diff', () => {
  test('prints the links as JSON, the same from every format', async () => {
    const expected = (await run('diff', at('first.md'), at('second.md'), '--json')).stdout;
    const links = JSON.parse(expected) as { from: string | null; to: string | null; relation: string }[];
    expect(links).toHaveLength(76);
    expect(links[0]).toEqual({ from: 'dieu-1.k1', to: 'dieu-1.k1', relation: 'unchanged' });
    expect(links).toContainEqual({ from: 'dieu-10.k3', to: null, relation: 'removed' });
    for (const [one, other] of [
      ['first.txt', 'second.txt'],
      ['first.docx', 'second.docx'],
      ['first-counted.docx', 'second-counted.docx'],
      ['first.md', 'second.docx'],
    ] as const) {
      expect(await run('diff', '--json', at(one), at(other))).toEqual({ code: 0, stdout: expected, stderr: '' });
    }
  });

  test('tells a person in Vietnamese what changed', async () => {
    const { stdout, code } = await run('diff', at('first.md'), at('second.txt'));
    expect(code).toBe(0);
    expect(stdout).toContain('20 giữ nguyên, 5 chỉ khác cách viết, 24 đổi số, 2 chuyển chỗ, 16 sửa, 8 thêm, 1 bỏ');
    expect(stdout).toContain('khoản 4 Điều 3 → khoản 1 Điều 16');
    expect(stdout).toContain('[-60.000-] {+80.000+} đồng/tiết dạy');
  });
});

test('npm run clauses -- outline prints the tree', async () => {
  expect((await run('outline', at('first.docx'))).stdout).toContain('dieu-8.k3.b  b) Y tế, thư viện, thiết bị');
  expect(JSON.parse((await run('outline', at('first.docx'), '--json')).stdout)).toContainEqual({
    ...{ path: 'dieu-9', kind: 'article', label: 'Điều 9.', heading: 'Chi hội nghị, hội thảo, tiếp khách' },
    ...{ text: '', answerable: false },
  });
});

test.each<[string, string[], number, RegExp]>([
  ['no such file', ['outline', 'không-có.docx'], 1, /không đọc được tệp/],
  ['a broken file', ['outline', 'broken.docx'], 1, /Tệp bị hỏng/],
  ['one file too few', ['diff', 'first.md'], 2, /Cách dùng/],
  ['an unknown verb', ['show', 'first.md'], 2, /Cách dùng/],
  ['an unknown option', ['diff', 'first.md', 'second.md', '--xml'], 2, /Cách dùng/],
])('%s ends with a sentence and a code', async (_, [verb, ...files], code, sentence) => {
  const ended = await run(verb!, ...files.map((file) => (file.startsWith('--') ? file : at(file))));
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(sentence);
  expect(ended.stdout).toBe('');
});
