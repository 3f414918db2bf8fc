import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let url: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  url = product.example().survey;
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const home = () => dirname(product.dataDir);
const keys = () => join(home(), 'keys');

/** Starts again where it was, as after a restart of the machine, with the keys where they are or away. */
async function startAgain(): Promise<void> {
  await product.stop();
  product = await startProduct({ home: home(), port: Number(new URL(product.origin).port) });
}
const takeKeysAway = () => rename(keys(), `${keys()}.aside`);
const giveKeysBack = () => rename(`${keys()}.aside`, keys());

const visit = visitsOn(() => browser);
const send = (page: Page) => page.locator('form#form button[type=submit]').click();

test('while its keys are away a survey says so before anybody answers, in both languages', async () => {
  await takeKeysAway();
  await startAgain();
  await visit(async (page) => {
    await page.goto(url);
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Chưa nhận được phiếu lúc này');
    expect(await page.locator('form#form').count()).toBe(0);
    await page.goto(`${url}?lang=en`);
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe(
      'The survey takes no forms just now',
    );
  });
  expect(product.printed()).toContain('"event":"urn-keys-away"');
  await giveKeysBack();
});

test('who has the form open keeps every answer, is told why it was not taken, and sends it when the keys are back', async () => {
  await startAgain();
  await visit(async (page) => {
    await page.goto(url);
    await answerAll(page, { force: true });
    await takeKeysAway();
    await startAgain();
    await send(page);
    await page.locator('#status', { hasText: 'tạm ngưng nhận phiếu' }).waitFor();
    expect(page.url()).toBe(url);
    await giveKeysBack();
    await page.waitForTimeout(2_500);
    await send(page);
    await page.waitForURL('**/cam-on');
  });
});

test('without scripts the form comes back with every answer and the same words', () =>
  visit(
    async (page) => {
      await page.goto(url);
      await answerAll(page, { force: true });
      await takeKeysAway();
      await startAgain();
      await send(page);
      expect(await page.locator('#errors').innerText()).toContain('tạm ngưng nhận phiếu');
      expect(await page.locator('form#form input[type=radio]:checked').count()).toBeGreaterThan(5);
      await giveKeysBack();
      await page.waitForTimeout(2_500);
      await send(page);
      await page.waitForURL(/\/cam-on(#|$)/);
    },
    { javaScriptEnabled: false },
  ));
