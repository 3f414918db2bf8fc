import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AccountView, PageView } from '@danban/contract';
import { enter, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let admin: Desk;
beforeAll(async () => {
  product = await startProduct({ dev: true });
});
afterAll(() => product?.remove());

test('npm run dev listens where PORT says, and on an empty house prints the link that sets it up', async () => {
  const [link] = await vi.waitUntil(() => /http\S+thiet-lap\?ma=\S+/.exec(product.printed()));
  expect(new URL(link).origin).toBe(product.origin);
  admin = await enter(product.origin, '/setup', link, { choice: 'example' });
  expect(admin.cookie).not.toBe('');
});

test('it serves the public page, a respondent’s page and a staff page', async () => {
  const home = await fetch(product.origin);
  expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('<h1')]);
  const accounts = (await (await admin.send('GET', '/accounts')).json()) as PageView<AccountView>;
  const { id } = accounts.items.find(({ login }) => login === 'cong-doan')!;
  const made = await admin.send('POST', `/accounts/${id}/link`, { purpose: 'sign-in' });
  const organizer = await enter(product.origin, '/sessions/link', ((await made.json()) as { link: string }).link);
  const survey = await organizer.surveyIn('open');
  const entrance = await fetch(survey.links[0]!.url);
  expect([entrance.status, await entrance.text()]).toEqual([200, expect.stringContaining('<form')]);
  const page = await fetch(`${product.origin}/lam-viec/khao-sat/${survey.id}`, {
    headers: { cookie: organizer.cookie },
  });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(survey.links[0]!.url)]);
});

test('asked to stop it goes, its database with it, and nothing listens any more', async () => {
  const pidFile = join(product.dataDir, 'pg', 'postmaster.pid');
  expect(existsSync(pidFile)).toBe(true);
  // 143: vite ends by the signal once everything is closed.
  expect([0, 143]).toContain(await product.stop());
  expect(existsSync(pidFile)).toBe(false);
  await expect(fetch(product.origin)).rejects.toThrow();
});
