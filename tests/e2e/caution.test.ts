import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '@danban/survey';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { organizerPage, openSurvey } from '../support/survey.ts';

const telling = 'Cô Nguyễn Thị Lan dạy lớp 6A2, gọi 0912 345 678';
const harmless = 'Cô giáo dạy rất tận tình.';

const text = (id: string, longText: boolean, more = {}) => ({
  id,
  type: 'text' as const,
  required: false,
  text: { vi: `Ý kiến ${id}`, en: `Opinion ${id}` },
  maxLength: 500,
  longText,
  ...more,
});
const questions: Definition['questions'] = [
  {
    id: 'q1',
    type: 'single',
    required: false,
    text: { vi: 'Hài lòng?', en: 'Content?' },
    options: ['a', 'b'].map(option),
  },
  text('q2', true),
  text('q3', false),
  text('q4', false, { piiAllowed: true }),
  {
    ...{ id: 'q5', type: 'stance', required: false, text: { vi: 'Điều 8', en: 'Article 8' }, allowComment: true },
    ...{ clauseRef: 'dieu-8', options: ['agree', 'amend', 'disagree', 'abstain'].map(option) },
  } as Definition['questions'][number],
];

function option(id: string) {
  return { id, text: { vi: `Chọn ${id}`, en: `Choice ${id}` } };
}

let product: Product;
let browser: Browser;
let url: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  const survey = await openSurvey(await organizerPage(browser, product), questions);
  url = survey.links[0]!.url;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const visit = visitsOn(() => browser);
const send = (page: Page) => page.getByRole('button', { name: 'Gửi phiếu' });
const panel = (page: Page) => page.getByRole('alert', { name: 'Xin xem lại trước khi gửi' });
const said = (page: Page, field: string) => page.locator(`[id="${field}-told"]`);

/** As a screen reader reads it out at the field. */
const described = (page: Page, field: string): Promise<string> =>
  page.evaluate(
    `document.getElementById('${field}-1').getAttribute('aria-describedby').split(' ')
      .map((id) => document.getElementById(id).textContent).join(' ')`,
  );

async function write(page: Page): Promise<void> {
  await page.goto(url);
  await answerAll(page);
  await page.locator('[name=q2]').fill(telling);
  await page.locator('[name=q3]').fill(harmless);
  await page.locator('[name=q4]').fill('Trần Văn Minh');
  await page.locator('[name="q5.comment"]').fill('Hỏi thầy Hùng');
}

async function expectCaution(page: Page): Promise<void> {
  await page.waitForSelector('#errors:focus');
  expect(await panel(page).count()).toBe(1);
  const marked = await page.locator('.told').allTextContents();
  expect(marked).toHaveLength(2);
  for (const piece of ['tên người (“Nguyễn Thị Lan”)', 'tên lớp (“lớp 6A2”)', 'số điện thoại (“0912 345 678”)']) {
    expect(await described(page, 'q2')).toContain(piece);
  }
  expect(await described(page, 'q5.comment')).toContain('“Hùng”');
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('words that tell who somebody is are marked at their fields and sent only when meant to be, %s', (_, scripts) =>
  visit(
    async (page) => {
      await write(page);
      await send(page).click();
      await expectCaution(page);
      expect(await page.locator('[name=q2]').inputValue()).toBe(telling);
      await panel(page).getByText('Sửa lại').click();
      expect(await page.evaluate('document.activeElement.name')).toBe('q2');
      await page.locator('[name=q2]').fill(harmless);
      // Enter sends what was looked at again, never "as it is".
      await page.locator('[name=q3]').press('Enter');
      await page.waitForSelector('#errors:focus');
      expect(await said(page, 'q2').count()).toBe(0);
      expect(await said(page, 'q5.comment').count()).toBe(1);
      await page.getByRole('button', { name: 'Vẫn gửi như vậy' }).click();
      await page.waitForURL(/\/cam-on(#|$)/);
    },
    { javaScriptEnabled: scripts },
  ),
);

test('with scripts, nothing of it leaves the device, and the page fetches the same whatever is written', () =>
  visit(async (page) => {
    const asked: Request[] = [];
    await page.goto(url, { waitUntil: 'networkidle' });
    page.on('request', (request) => asked.push(request));
    await answerAll(page);
    await page.locator('[name=q2]').fill(telling);
    await send(page).click();
    await expectNothingAsked(asked, page);
    await page.locator('[name=q2]').fill(harmless);
    expect(await said(page, 'q2').textContent()).toBe('Không còn thấy điều gì dễ làm nhận ra ai.');
    await send(page).click();
    await page.waitForURL('**/cam-on');
    expect(asked.filter((request) => request.method() === 'POST')).toHaveLength(1);
  }));

async function expectNothingAsked(asked: Request[], page: Page): Promise<void> {
  await page.waitForSelector('#errors:focus');
  expect(asked).toEqual([]);
}

test('what was meant to be sent as it is is not asked about again when the network failed', () =>
  visit(async (page, context) => {
    await page.goto(url, { waitUntil: 'networkidle' });
    await answerAll(page);
    await page.locator('[name=q2]').fill(telling);
    await send(page).click();
    await context.route('**/submissions', (route) => route.fulfill({ status: 409, json: { code: 'unknown' } }));
    await page.getByRole('button', { name: 'Vẫn gửi như vậy' }).click();
    await page.getByRole('status').filter({ hasText: 'Chưa nhận được phiếu' }).waitFor();
    await context.unroute('**/submissions');
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await page.waitForURL('**/cam-on');
  }));

test('without scripts the answer stays unsent until then, and nothing of it is written down', async () => {
  const answers = { q1: 'a', q2: `${telling} khắc-tinh-4711` };
  const post = (more = {}) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ ...answers, ...more }), redirect: 'manual' });
  const printed = product.printed();
  const held = await post();
  expect(held.status).toBe(422);
  expect(held.headers.get('cache-control')).toContain('no-store');
  const page = await held.text();
  for (const words of ['Xin xem lại trước khi gửi', 'khắc-tinh-4711', 'name="as-is"']) expect(page).toContain(words);
  const meant = await post({ 'as-is': 'yes' });
  expect([meant.status, new URL(meant.headers.get('location')!, url).pathname]).toEqual([
    303,
    `${new URL(url).pathname}/cam-on`,
  ]);
  expect(product.printed()).toBe(printed);
});

test('the caution fits a narrow phone, in targets as large as a thumb, and speaks English', () =>
  visit(
    async (page) => {
      await write(page);
      await page.goto(`${url}?lang=en`);
      await answerAll(page);
      await page.locator('[name=q2]').fill(telling);
      await page.getByRole('button', { name: 'Send the form' }).click();
      await page.waitForSelector('#errors:focus');
      expect(await page.textContent('#errors')).toContain('Please look again before sending');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      for (const button of await page.locator('#errors button').all()) {
        expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      }
    },
    { viewport: { width: 320, height: 640 } },
  ));
