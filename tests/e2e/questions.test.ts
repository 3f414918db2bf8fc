import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
/** 8.9 in Noto Sans; the widest system font known takes a little more. */
const mostScreens = 9.6;

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

async function look(viewport: typeof phone, run: (page: Page) => Promise<void>, path = ''): Promise<void> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    await run(page);
  } finally {
    await context.close();
  }
}

const topOf = (page: Page, selector: string) =>
  page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().top + scrollY`);

test('the example survey is short on a phone, and its first question begins on the first screen', () =>
  look(phone, async (page) => {
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    expect(height / phone.height).toBeLessThanOrEqual(mostScreens);
    expect(await topOf(page, '#q1')).toBeLessThan(phone.height);
  }));

test('who asks, how long, what is kept, who reads and what is not covered stand before the first question', () =>
  look(phone, async (page) => {
    const before = await page.locator('.before').textContent();
    for (const words of ['Ai hỏi:', 'Mất bao lâu:', 'Giữ lại gì:', 'Ai đọc:', 'Chưa che được:']) {
      expect(before).toContain(words);
    }
    expect(await topOf(page, '.before')).toBeLessThan(await topOf(page, '#q1'));
    await page.locator('.before summary').click();
    expect(await page.getByText('người vận hành máy chủ nếu cố ghi lại giờ').isVisible()).toBe(true);
  }));

test('a matrix is answered by keyboard alone, and what is chosen stands there in words', () =>
  look(phone, async (page) => {
    await page.locator('input[name="q3.r1"]').first().focus();
    await page.keyboard.press('Space');
    const said = () =>
      page.evaluate<string[]>(`[...document.querySelectorAll('#q3 [data-row=r1] .said')]
        .filter((words) => getComputedStyle(words).opacity === '1').map((words) => words.textContent)`);
    expect(await said()).toEqual(['1 Rất không hài lòng']);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('input[name="q3.r1"]:checked').getAttribute('data-mark')).toBe('2');
    expect(await said()).toEqual(['2 Không hài lòng']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('q3.r2');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('input[name="q3.r2"]:checked').getAttribute('data-mark')).toBe('?');
  }));

test('a screen reader hears the question, the row and the words of each option', () =>
  look(phone, async (page) => {
    const question = page.getByRole('group', { name: /^Câu 3\/12 .*cơ sở vật chất của trường:$/ });
    const row = question.getByRole('group', { name: 'Nước uống cho học sinh', exact: true });
    expect(await row.getByRole('radio').count()).toBe(6);
    for (const name of ['1 Rất không hài lòng', '4 Hài lòng', '? Không biết / không có ý kiến']) {
      expect(await row.getByRole('radio', { name, exact: true }).count()).toBe(1);
    }
  }));

test('choosing moves nothing under the thumb', () =>
  look(phone, async (page) => {
    const before = await topOf(page, '#end');
    for (const rows of ['q3', 'q4', 'q5']) {
      for (const row of await page.locator(`#${rows} .row`).all()) await row.getByRole('radio').last().check();
    }
    expect(await topOf(page, '#end')).toBe(before);
  }));

test('on a wide screen a matrix is a table: a row is a line, and each button stands under its words', () =>
  look(desk, async (page) => {
    const middles = (selector: string) =>
      page.evaluate<{ x: number; y: number }[]>(`[...document.querySelectorAll('${selector}')]
        .map((one) => one.getBoundingClientRect())
        .map(({ left, right, top, bottom }) => ({ x: Math.round(left + right) / 2, y: Math.round(top + bottom) / 2 }))`);
    const heads = await middles('#q3 .heads span');
    const buttons = await middles('#q3 [data-row=r1] input');
    expect(buttons.map(({ x }) => x)).toEqual(heads.map(({ x }) => x));
    expect(new Set(buttons.map(({ y }) => y)).size).toBe(1);
  }));

test('everything fits a page zoomed twofold on a phone', () =>
  look({ width: 180, height: 370 }, async (page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(180);
    const { width, height } = (await page.locator('input[name="q3.r1"]').last().boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }));

test('the choice is seen where the system replaces our colours', async () => {
  const context = await browser.newContext({ viewport: phone, forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(url);
  const ground = (at: number) =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelectorAll('input[name="q3.r1"]')[${at}], '::before').backgroundColor`,
    );
  await page.locator('input[name="q3.r1"]').first().check();
  expect(await ground(0)).not.toBe(await ground(1));
  await context.close();
});

test.each([
  ['the questions', ''],
  ['the thanks', '/cam-on'],
  ['a wrong link', '-wrong-link'],
])('no text of the page of %s is smaller than 16 px', (_, path) =>
  look(
    phone,
    async (page) => {
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      const small = await page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
        .map((one) => one.textContent.trim().slice(0, 40))`);
      expect(small).toEqual([]);
    },
    path,
  ),
);
