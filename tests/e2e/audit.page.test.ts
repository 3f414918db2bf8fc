import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { faultsEverywhere } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let admin: Desk;
let organizer: Desk;
let leader: Desk;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  admin = await deskOf(product, 'admin');
  organizer = await deskOf(product, 'organizer');
  leader = await deskOf(product, 'leader');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const at = (path: string): string => `${product.origin}/lam-viec${path}`;
async function contextOf(desk: Desk, look: object = {}) {
  const context = await browser.newContext(look);
  await context.addCookies([desk.session]);
  return context;
}
const lines = (page: Page) => page.locator('main ol > li');

test('the log, filtered or not, and its print view hold WCAG 2.2 AA on a phone and a desk, light and dark', async () => {
  const { id } = await organizer.surveyIn('released');
  const urls = ['/nhat-ky', `/nhat-ky?ma=${id}`, '/nhat-ky?tim=khong+co+gi', '/nhat-ky/in', `/khao-sat/${id}`].map(at);
  const seen = { widths: [360, 1280], looks: ['dark' as const] };
  const context = await contextOf(admin);
  expect(await faultsEverywhere(context, urls.slice(0, 4), seen)).toEqual([]);
  await context.close();
  const hers = await contextOf(organizer);
  expect(await faultsEverywhere(hers, urls.slice(4), seen)).toEqual([]);
  await hers.close();
});

test('it is searched and filtered by keyboard alone', async () => {
  const page = await (await contextOf(admin, { viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(at('/nhat-ky'), { waitUntil: 'networkidle' });
  await picture(page, 'log');
  const all = await lines(page).count();
  await page.locator('input[name=tim]').focus();
  await page.keyboard.type('song ninh');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('tim=song+ninh');
  await expect
    .poll(async () => (await lines(page).allInnerTexts()).every((line) => line.includes('Sông Ninh')))
    .toBe(true);
  await page.locator('summary', { hasText: 'Lọc theo' }).focus();
  await page.keyboard.press('Enter');
  const act = page.locator('select[name=viec]');
  await act.focus();
  for (let i = 0; i < 50 && (await act.inputValue()) !== 'survey.open'; i += 1) await page.keyboard.press('ArrowDown');
  await page.locator('button', { hasText: 'Lọc' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('viec=survey.open');
  await expect.poll(() => lines(page).count()).toBe(3);
  expect(await lines(page).first().innerText()).toMatch(/đã mở khảo sát/);
  await page.locator('a', { hasText: 'Bỏ lọc' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => lines(page).count()).toBeGreaterThanOrEqual(all);
});

test('without scripts it is filtered, printed and taken away as well', async () => {
  const page = await (await contextOf(admin, { javaScriptEnabled: false })).newPage();
  await page.goto(at('/nhat-ky?viec=survey.open'));
  expect(await lines(page).count()).toBe(4);
  await page.locator('a', { hasText: 'Bản in' }).click();
  expect(await page.locator('tbody tr').count()).toBe(4);
  await page.goto(at('/nhat-ky'));
  const file = page.waitForEvent('download');
  await page.locator('a', { hasText: 'Tải JSON Lines' }).click();
  expect((await file).suggestedFilename()).toBe('nhat-ky.jsonl');
});

test('who organises a survey reads its history there; who only reads results does not see the log', async () => {
  const { id } = await organizer.surveyIn('released');
  const page = await (await contextOf(organizer)).newPage();
  await page.goto(at(`/khao-sat/${id}`), { waitUntil: 'networkidle' });
  await page.locator('summary', { hasText: 'Nhật ký của khảo sát này' }).click();
  const history = page.locator('details', { hasText: 'Nhật ký của khảo sát này' }).locator('li');
  expect(await history.first().innerText()).toMatch(/đã tạo khảo sát/);
  expect(await history.allInnerTexts()).toContainEqual(expect.stringMatching(/đã công bố kết quả/));
  await picture(page, 'history');
  const reader = await (await contextOf(leader)).newPage();
  expect((await reader.goto(at('/nhat-ky')))?.status()).toBe(403);
  await reader.goto(at('/'));
  expect(await reader.locator('header nav').innerText()).not.toContain('Nhật ký');
  await reader.goto(at(`/khao-sat/${id}`));
  expect(await reader.locator('main').innerText()).not.toContain('Nhật ký của khảo sát này');
});
