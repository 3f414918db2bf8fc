import { cellsOf, type CellView, type ReleasePage } from '@danban/contract';
import { formatNumber } from '@danban/i18n';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let address: string;
let release: ReleasePage;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  address = product.example().results;
  const slug = address.split('/').at(-1);
  release = (await (await fetch(`${product.origin}/api/kq/${slug}`)).json()) as ReleasePage;
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function open(query = '', viewport = { width: 360, height: 740 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${address}${query}`, { waitUntil: 'networkidle' });
  return page;
}

const exactly = (cell: CellView | undefined) => (cell?.kind === 'exact' ? cell : undefined);
/** The cells of a question in the whole. */
const cellsIn = (id: string): CellView[] =>
  cellsOf(release, release.units[0]!.cells)[release.questions.findIndex((question) => question.id === id)]!;
const topOf = (page: Page, target: string): Promise<number> =>
  page.evaluate<number>(`document.querySelector('${target}').getBoundingClientRect().top`);
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('every count of a release stands in the tables of its page', async () => {
  const page = await open();
  for (const question of release.questions) {
    const written = flat((await page.locator(`#${question.id} table`).first().textContent()) ?? '');
    const counts = cellsIn(question.id).flatMap((cell) => exactly(cell)?.counts.slice(1) ?? []);
    expect(counts.length, question.id).toBeGreaterThan(0);
    expect(counts.filter((count) => !written.includes(formatNumber('vi', count)))).toEqual([]);
  }
});

test('the written question of the form stands in its place, and every number is that of the form', async () => {
  const page = await open();
  const [written] = release.written ?? [];
  if (!written) throw new Error('the example asks a question to be answered in writing');
  const heads = await page.locator('#cac-cau h3').allInnerTexts();
  const numbers = heads.map((head) => Number(/^Câu (\d+)/.exec(head)?.[1]));
  expect(numbers).toEqual(heads.map((_, at) => at + 1));
  expect(flat(await page.locator(`#${written.id}`).innerText())).toContain('tách khỏi phiếu');
  expect(await page.locator(`nav a[href="#${written.id}"]`).innerText()).toContain(`${written.number}. `);
});

test('the first things read are how many answered, that they are few, the form of asking, and three to five findings', async () => {
  const page = await open();
  const first = flat(await page.locator('#tham-gia').innerText());
  const whole = release.units[0]!.participation;
  if (whole.kind !== 'exact') throw new Error('the example shows how many answered');
  expect(first).toContain(
    `${formatNumber('vi', whole.respondents)} phiếu trên ${formatNumber('vi', whole.invited ?? 0)} gia đình được hỏi`,
  );
  expect(first).toContain('chưa nói thay cho tất cả');
  expect(first).toContain('không loại trừ được một người trả lời nhiều lần');
  const found = await page.locator('#net-chinh li').count();
  expect(found).toBeGreaterThanOrEqual(3);
  expect(found).toBeLessThanOrEqual(5);
});

test('on a phone nothing lies out of sight to the side, the figures of a matrix neither', async () => {
  const page = await open('?cau=q3');
  await page.locator('#q3 summary').click();
  const outside = await page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((one) => one.checkVisibility() && !one.closest('svg, .visually-hidden, thead'))
    .filter((one) => one.getBoundingClientRect().right > innerWidth || one.scrollWidth > one.clientWidth + 1)
    .filter((one) => getComputedStyle(one).display !== 'inline' && !one.matches('select'))
    .map((one) => one.tagName + ' ' + one.textContent.trim().slice(0, 40))`);
  expect(outside).toEqual([]);
  const lines = await page.evaluate<number[]>(
    "[...document.querySelectorAll('#q3 tbody tr:first-child td')].map((cell) => cell.getBoundingClientRect().top)",
  );
  expect(lines.length).toBeGreaterThan(3);
  expect(new Set(lines).size).toBe(lines.length);
});

test('a table drawn as blocks is still a table to who cannot see it', async () => {
  const page = await open('?cau=q3');
  await page.locator('#q3 summary').click();
  const table = page.locator('#q3').getByRole('table');
  const question = release.questions.find(({ id }) => id === 'q3')!;
  expect(await table.getByRole('row').count()).toBe(question.tables.length + 1);
  expect(await table.getByRole('rowheader').allTextContents()).toEqual(
    question.tables.map(({ label }) => label?.vi ?? ''),
  );
  expect(await table.getByRole('columnheader').count()).toBe(question.tables[0]!.options.length + 3);
});

test('parts of a bar differ in their pattern, also where a reader’s own two colours replace ours', async () => {
  const page = await open('?cau=q3');
  await page.emulateMedia({ forcedColors: 'active' });
  const looks = await page.evaluate<string[]>(`[...document.querySelectorAll('pattern')].map((one) =>
    [...one.children].map((part) => part.tagName + (part.getAttribute('d') ?? '') + getComputedStyle(part).fill).join())`);
  expect(new Set(looks).size).toBe(6);
});

test('the contents lead to every question by mouse, by keyboard and as an address', async () => {
  const page = await open('', { width: 1280, height: 800 });
  const targets = await page.evaluate<string[]>(
    "[...document.querySelectorAll('nav[aria-labelledby=muc-luc] a')].map((link) => link.getAttribute('href'))",
  );
  expect(targets).toEqual(expect.arrayContaining(release.questions.map(({ id }) => `#${id}`)));
  for (const target of targets) expect(await page.locator(target).count(), target).toBe(1);
  await page.locator('nav[aria-labelledby=muc-luc] a[href="#q7"]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => topOf(page, '#q7'), { timeout: 10_000 }).toBeLessThan(200);
  const straight = await open('#q9');
  await expect.poll(() => topOf(straight, '#q9'), { timeout: 10_000 }).toBeLessThan(200);
});

test('what is folded opens by keyboard, without scripts as well', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${address}?cau=q3`);
  expect(await page.locator('#q3 table').isVisible()).toBe(false);
  await page.locator('#q3 summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#q3 table').isVisible()).toBe(true);
  await context.close();
});

test('units lie side by side in a picture, which says in words what it shows', async () => {
  const page = await open('?so-sanh=q3.0');
  const chart = page.locator('#cac-don-vi').getByRole('img', { name: 'Biểu đồ' });
  await chart.scrollIntoViewIfNeeded();
  const painted = () =>
    page.evaluate<boolean>(`[document.querySelector('#cac-don-vi canvas')].some((canvas) =>
      canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0))`);
  await expect.poll(painted, { timeout: 10_000 }).toBe(true);
});

test('on paper everything stands open, who asked and how on its head, without navigation and never dark', async () => {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  const tables = await page.locator('table').count();
  const open = await page.evaluate<number>(
    "[...document.querySelectorAll('table')].filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length",
  );
  expect(open).toBe(tables);
  expect(await page.locator('nav, form, header').locator('visible=true').count()).toBe(0);
  const head = flat(await page.locator('main').innerText()).slice(0, 900);
  expect(head).toContain(`${release.survey.body} hỏi tại ${release.survey.unit}. Đóng ngày `);
  expect(head).toContain('Hình thức: ');
  const ink = await page.evaluate<string>('getComputedStyle(document.body).color');
  expect(ink).toBe('rgb(30, 43, 41)');
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(3);
  expect(sheets.length).toBeLessThan(20);
  await context.close();
});

test('a unit that is protected shows a rounded turnout and no figure of any question', async () => {
  const { groups } = (await (await fetch(`${address.replace('/kq/', '/api/kq/')}/release.json`)).json()) as {
    groups: ReleasePage['units'];
  };
  const position = groups.findIndex(({ participation }) => participation?.kind === 'below');
  expect(position).toBeGreaterThan(0);
  const page = await open(`?don-vi=${position}`);
  expect(flat(await page.locator('#tham-gia').innerText())).toContain('Dưới 20% số gia đình được hỏi đã trả lời.');
  expect(await page.locator('.result').count()).toBe(0);
  // The thresholds, which hold everywhere, and no other number.
  const { unit: least, sensitive } = release.thresholds;
  expect((await page.locator('#net-chinh').innerText()).match(/\d+/g)).toEqual([String(least), String(sensitive)]);
});

test('the table for Excel comes before the data for machines, and both carry the figures of the page', async () => {
  const page = await open();
  const ways = await page.locator('#tai-ve').getByRole('link').allInnerTexts();
  expect(ways).toEqual([
    'Tải bảng tính (Excel)',
    'Tải báo cáo (Word)',
    'Tải bảng số liệu (CSV)',
    'Dữ liệu cho máy (JSON)',
  ]);
  const href = await page.getByRole('link', { name: 'Tải bảng số liệu' }).getAttribute('href');
  const file = await fetch(new URL(href!, address));
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const headline = release.questions.find((question) => question.headline)!;
  const cell = exactly(cellsIn(headline.id)[0])!;
  const line = `;${headline.tables[0]!.options[0]!.label.vi};${cell.counts[1]};`;
  expect(new TextDecoder().decode(bytes)).toContain(line);
});
