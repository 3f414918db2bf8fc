import type { Definition } from '@danban/survey';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';
import { openSurvey, organizerPage } from '../support/survey.ts';

const words = (vi: string) => ({ vi, en: vi });
const options = (...list: string[]) => list.map((vi, at) => ({ id: `o${at + 1}`, text: words(vi) }));

/** Every type, one chain of conditions, a list in an order of the device's own, and a notice beside a question. */
const questions: Definition['questions'] = [
  { id: 'q1', type: 'single', text: words('Ăn bán trú?'), required: true, options: options('Có', 'Không') },
  {
    id: 'q2',
    type: 'scale',
    text: words('Bữa ăn ngon'),
    required: true,
    options: options('Không', 'Vừa', 'Ngon').map((option, at) => ({ ...option, score: at })),
    showIf: { question: 'q1', anyOf: ['o1'] },
  },
  {
    id: 'q3',
    type: 'text',
    text: words('Chưa ngon ở đâu?'),
    required: true,
    maxLength: 100,
    showIf: { question: 'q2', anyOf: ['o1', 'o2'] },
  },
  {
    id: 'q4',
    type: 'rank',
    text: words('Việc nào làm trước?'),
    required: true,
    maxChoices: 3,
    options: options('Nhà vệ sinh', 'Nước uống ở sân trường và hành lang tầng hai', 'Thư viện', 'Cây xanh'),
  },
  {
    id: 'q5',
    type: 'stance',
    text: words('Điều 8'),
    required: true,
    clauseRef: 'dieu-8',
    allowComment: true,
    options: [
      { id: 'agree', text: words('Đồng ý') },
      { id: 'disagree', text: words('Không đồng ý') },
    ],
  },
  {
    id: 'q6',
    type: 'multi',
    text: words('Bình chọn'),
    required: false,
    randomizeOptions: true,
    options: [
      ...options('An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khôi', 'Lan'),
      { id: 'none', text: words('Không ai'), exclusive: true },
    ],
  },
  {
    id: 'q7',
    type: 'matrix',
    text: words('Hài lòng'),
    required: false,
    options: options('Kém', 'Tốt'),
    rows: [{ id: 'r1', text: words('Phòng học') }],
  },
  { id: 'q8', type: 'number', text: words('Bao nhiêu?'), required: false, min: 0, max: 9 },
  {
    id: 'q9',
    type: 'single',
    text: words('Bị gợi ý chi thêm?'),
    required: false,
    followUpNotice: 'denunciation',
    options: options('Không', 'Có'),
  },
];

let product: Product;
let browser: Browser;
let url: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  url = (await openSurvey(await organizerPage(browser, product), questions)).links[0]!.url;
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function visit(run: (page: Page) => Promise<void>, context: Parameters<Browser['newContext']>[0] = {}) {
  const opened = await browser.newContext({ viewport: { width: 360, height: 740 }, ...context });
  const page = await opened.newPage();
  try {
    await page.goto(url);
    await run(page);
  } finally {
    await opened.close();
  }
}

const send = (page: Page) => page.locator('form#form button[type=submit]');
const heard = (page: Page) => page.locator('#heard').textContent();
const focused = (page: Page) => page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
const rows = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('#q4 .row')]
    .map((row) => row.querySelector('.badge').textContent + row.querySelector('label').textContent.trim())`);

test('a ranking is made by keyboard alone: the focus stays with what is moved, and each move is said', () =>
  visit(async (page) => {
    await page.getByRole('button', { name: 'Xếp thứ 1: Thư viện' }).focus();
    await page.keyboard.press('Enter');
    expect(await heard(page)).toBe('“Thư viện” đứng thứ 1.');
    // Neither up nor down would do anything yet.
    expect(await focused(page)).toBe('Bỏ khỏi thứ tự: Thư viện');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Xếp thứ 2: Nhà vệ sinh');
    await page.keyboard.press('Space');
    expect(await focused(page)).toBe('Đưa lên: Nhà vệ sinh');
    await page.keyboard.press('Space');
    expect(await heard(page)).toBe('“Nhà vệ sinh” đứng thứ 1.');
    // It is first now, so the button that still moves it has the focus.
    expect(await focused(page)).toBe('Đưa xuống: Nhà vệ sinh');
    await page.getByRole('button', { name: 'Xếp thứ 3: Cây xanh' }).click();
    expect(await page.getByRole('button', { name: /^Xếp thứ/ }).count()).toBe(0);
    expect(await rows(page)).toEqual([
      '1Nhà vệ sinh',
      '2Thư viện',
      '3Cây xanh',
      'Nước uống ở sân trường và hành lang tầng hai',
    ]);
    await page.getByRole('button', { name: 'Bỏ khỏi thứ tự: Thư viện' }).click();
    expect(await heard(page)).toBe('“Thư viện” chưa xếp.');
    expect(await focused(page)).toBe('Xếp thứ 3: Thư viện');
    expect((await rows(page)).slice(0, 2)).toEqual(['1Nhà vệ sinh', '2Cây xanh']);
  }));

test('a question appears when it is asked, and is counted, required and sent only then', () =>
  visit(async (page) => {
    const sent: Request[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request));
    const shown = (id: string) => page.locator(`#${id}`).isVisible();
    expect(await Promise.all(['q1', 'q2', 'q3', 'q4'].map(shown))).toEqual([true, false, false, true]);
    await page.locator('input[name=q1]').last().check();
    expect(await page.locator('#done').textContent()).toBe('Đã trả lời 1/7 câu.');
    await page.locator('input[name=q1]').first().check();
    expect(await heard(page)).toBe('Có thêm câu cần trả lời: Câu 2/9.');
    expect(await page.locator('#done').textContent()).toBe('Đã trả lời 1/8 câu.');
    await page.locator('input[name=q2]').first().check();
    await page.locator('#q3-1').fill('Canh nguội');
    expect(await page.locator('#done').textContent()).toBe('Đã trả lời 3/9 câu.');
    await page.locator('input[name=q2]').last().check();
    expect(await heard(page)).toBe('Không cần trả lời nữa: Câu 3/9.');
    for (const place of [1, 2, 3])
      await page
        .getByRole('button', { name: `Xếp thứ ${place}:` })
        .first()
        .click();
    await page.locator('input[name="q5.choice"]').first().check();
    await page.locator('textarea[name="q5.comment"]').fill('Thêm khoản 3');
    await send(page).click();
    await page.waitForURL('**/cam-on');
    expect((sent[0]!.postDataJSON() as { answers: unknown }).answers).toEqual({
      q1: 'o1',
      q2: 'o3',
      q4: { o1: 1, o2: 2, o3: 3 },
      q5: { choice: 'agree', comment: 'Thêm khoản 3' },
    });
  }));

test('what is missing is said before anything is sent, for questions that are asked', () =>
  visit(async (page) => {
    await page.locator('input[name=q1]').first().check();
    await page.getByRole('button', { name: 'Xếp thứ 1: Cây xanh' }).click();
    await send(page).click();
    await page.waitForSelector('#errors:focus');
    expect(await page.locator('#errors li').allInnerTexts()).toEqual([
      'Câu 2/9: Cần trả lời.',
      'Câu 4/9: Cần xếp đủ 3 thứ.',
      'Câu 5/9: Cần trả lời.',
    ]);
    for (const [line, place] of [
      ['Câu 4/9', 'q4-1'],
      ['Câu 5/9', 'q5-1'],
    ] as const) {
      await page.locator('#errors a', { hasText: line }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe(place);
    }
  }));

test('a draft brings back the order, the comment and what is asked', () =>
  visit(async (page) => {
    await page.locator('input[name=q1]').first().check();
    await page.getByRole('button', { name: 'Xếp thứ 1: Cây xanh' }).click();
    await page.locator('textarea[name="q5.comment"]').fill('Thêm khoản 3');
    const order = await page.locator('#q6 label').allInnerTexts();
    await page.reload();
    expect((await rows(page))[0]).toBe('1Cây xanh');
    expect(await page.locator('textarea[name="q5.comment"]').inputValue()).toBe('Thêm khoản 3');
    expect(await page.locator('#q2').isVisible()).toBe(true);
    expect(await page.locator('#q6 label').allInnerTexts()).toEqual(order);
    await page.locator('#draft button').click();
    expect((await rows(page)).every((row) => !/^\d/.test(row))).toBe(true);
    expect(await page.locator('#q2').isVisible()).toBe(false);
  }));

test('a list in random order differs from device to device, and the option that stands alone stays last', async () => {
  const seen = new Set<string>();
  for (let device = 0; device < 4; device++) {
    await visit(async (page) => {
      const order = await page.locator('#q6 label').allInnerTexts();
      expect(order).toHaveLength(9);
      expect(order.at(-1)).toContain('Không ai');
      expect(await page.locator('#q6 input').first().getAttribute('id')).toBe('q6-1');
      seen.add(order.join());
    });
  }
  expect(seen.size).toBeGreaterThan(1);
});

test('without scripts every question stands there, and says of whom it is asked', () =>
  visit(
    async (page) => {
      expect(await page.locator('#q2 .only-if').innerText()).toBe(
        'Nếu ở câu 1 chọn “Có”, mời trả lời câu này; nếu không, xin bỏ qua.',
      );
      expect(await page.locator('#q3 .only-if').innerText()).toContain('chọn “Không” hoặc “Vừa”');
      await page.locator('input[name=q1]').last().check();
      await page.locator('input[name=q2]').first().check();
      await page.locator('select[name="q4.o1"]').selectOption('1');
      await page.locator('select[name="q4.o3"]').selectOption('1');
      await page.locator('textarea[name="q5.comment"]').fill('Thêm khoản 3');
      await send(page).click();
      expect(await page.locator('#errors li').allInnerTexts()).toEqual([
        'Câu 4/9, Thư viện: Thứ 1 đã dành cho một ý khác.',
        'Câu 5/9: Cần trả lời.',
      ]);
      const first = await page.locator('#errors a').first().getAttribute('href');
      expect(await page.locator(`[id="${first!.slice(1)}"]`).getAttribute('name')).toBe('q4.o3');
      expect(await page.locator('select[name="q4.o1"]').inputValue()).toBe('1');
      expect(await page.locator('textarea[name="q5.comment"]').inputValue()).toBe('Thêm khoản 3');
      await page.locator('select[name="q4.o3"]').selectOption('2');
      await page.locator('select[name="q4.o2"]').selectOption('3');
      await page.locator('input[name="q5.choice"]').last().check();
      await send(page).click();
      await page.waitForURL(/\/cam-on(#|$)/);
    },
    { javaScriptEnabled: false },
  ));

test('without scripts it is answered by keyboard alone, lists and rows included', () =>
  visit(
    async (page) => {
      const on = () => page.evaluate<string>('document.activeElement.name');
      await page.locator('input[name=q1]').first().focus();
      await page.keyboard.press('ArrowDown');
      for (const name of ['q2', 'q3', 'q4.o1', 'q4.o2', 'q4.o3', 'q4.o4']) {
        await page.keyboard.press('Tab');
        // The note before the first words has a summary of its own.
        if ((await on()) === undefined) await page.keyboard.press('Tab');
        expect(await on()).toBe(name);
        const place = ['q4.o1', 'q4.o2', 'q4.o3'].indexOf(name) + 1;
        for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Tab');
      expect(await on()).toBe('q5.choice');
      await page.keyboard.press('Space');
      for (const name of ['q5.comment', 'q6']) {
        await page.keyboard.press('Tab');
        expect(await on()).toBe(name);
      }
      await page.locator('input[name="q7.r1"]').first().focus();
      await page.keyboard.press('ArrowRight');
      await send(page).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/cam-on(#|$)/);
    },
    { javaScriptEnabled: false },
  ));

test.each(['light', 'dark'] as const)('every type holds WCAG 2.2 AA, is large enough and fits a phone: %s', (scheme) =>
  visit(
    async (page) => {
      expect(await faultsOf(page)).toEqual([]);
      await page.locator('input[name=q1]').first().check();
      await page.getByRole('button', { name: 'Xếp thứ 1: Cây xanh' }).click();
      await send(page).click();
      await page.waitForSelector('#errors:focus');
      expect(await faultsOf(page)).toEqual([]);
    },
    { colorScheme: scheme },
  ),
);
