import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ example: true });
});
afterAll(() => product.remove());

test('the example organisation leaves its links to its owner alone', async () => {
  const { mode } = await stat(join(product.dataDir, 'example.json'));
  expect(mode & 0o777).toBe(0o600);
  const links = product.example();
  for (const url of [links.survey, links.results, ...Object.values(links.signIn)]) {
    expect(url.startsWith(product.origin)).toBe(true);
    expect((await fetch(url)).status).toBe(200);
  }
});

test('the open survey of the example asks twelve questions', async () => {
  const slug = product.example().survey.split('/').at(-1)!;
  const view = (await (await fetch(`${product.origin}/api/s/${slug}`)).json()) as {
    definition: { questions: unknown[] };
  };
  expect(view.definition.questions).toHaveLength(12);
});

test('asked to stop, it leaves with nothing lost, and starts again where it was', async () => {
  const { survey } = product.example();
  expect(await product.stop()).toBe(0);
  const again = await startProduct({ home: dirname(product.dataDir), port: Number(new URL(product.origin).port) });
  expect((await fetch(survey)).status).toBe(200);
  expect(again.printed()).not.toContain('thiet-lap');
  product = again;
});

test('an empty house prints a link that sets it up once, and no password exists before', async () => {
  const empty = await startProduct();
  try {
    const link = await vi.waitUntil(() => /http\S+thiet-lap\?ma=(\S+)/.exec(empty.printed()));
    expect((await fetch(empty.origin)).status).toBe(200);
    const setUp = () =>
      fetch(`${empty.origin}/lam-viec/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: empty.origin },
        body: JSON.stringify({
          token: link[1],
          choice: 'empty',
          organisation: { name: 'Trường thử' },
          admin: { name: 'Cô Lan', login: 'lan', password: 'mot-mat-khau-dai' },
        }),
      });
    expect((await setUp()).status).toBe(200);
    expect((await setUp()).status).toBe(409);
  } finally {
    await empty.remove();
  }
});

test('a port that is taken is said in a sentence, not in a stack trace', async () => {
  const refused = startProduct({ port: Number(new URL(product.origin).port) });
  await expect(refused).rejects.toThrow('is taken by another program');
  await expect(refused).rejects.not.toThrow('    at ');
});
