import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerAll,
  collect,
  heading,
  keptOn,
  pathOf,
  personalVisits,
  press,
  send,
  sheet,
  sizeOf,
} from '../support/personalVisit.ts';
import { among, readReceiptIn, receiptCode, secretsOf, sheetKeyOf, toldIn } from '../support/receipts.ts';

const { listed, visit, nextLink } = personalVisits();

test('a long sheet is as long as any other of its class', () =>
  visit(async (page, { posts }) => {
    await page.goto(nextLink());
    await collect(page);
    await answerAll(page);
    for (const field of await page.locator('textarea').all()) await field.fill('ề'.repeat(999));
    await send(page);
    expect(sizeOf(posts()[1]!)).toBe(8 * 1024);
  }));

describe('no cookie, authorization or referrer on submission requests', () => {
  test('no request carries a cookie, a right or a referrer, and none after the first knows the invitation', () =>
    visit(async (page, { requests, posts }) => {
      const link = nextLink();
      const [, invitation] = /#([\w-]{22})/.exec(link)!;
      await page.goto(link);
      await collect(page);
      await answerAll(page);
      await send(page);
      const ours = requests.filter((request) => pathOf(request).startsWith('/api/'));
      expect(ours.length).toBeGreaterThanOrEqual(4);
      for (const request of ours) {
        const headers = await request.allHeaders();
        for (const name of ['cookie', 'authorization', 'referer']) expect(headers).not.toHaveProperty(name);
      }
      const knowing = requests.filter(
        (request) => request.url().includes(invitation!) || (request.postData() ?? '').includes(invitation!),
      );
      expect(knowing).toEqual([posts()[0]]);
    }));
});

describe('the seed and its derivatives never in any request', () => {
  test('the seed, its code and what only the device may derive of it are in no request', () =>
    visit(async (page, { requests }) => {
      await page.goto(nextLink());
      const code = await collect(page);
      await answerAll(page);
      await send(page);
      // For the QR code of the receipt she types it once more.
      await page.getByText('Tạo mã QR để in').click();
      await page.getByLabel('Mã khôi phục').fill(code);
      await press(page, 'Tạo mã QR');
      expect(await receiptCode(page)).toBe(code);
      const { hash, record } = listed().opening;
      const found = await readReceiptIn(page, record);
      expect(found.code).toBe(code.replaceAll('-', ''));
      expect(await page.locator('#receipt .doubt').isVisible()).toBe(false);
      const told = await toldIn(requests);
      expect(told.length).toBeGreaterThan(5);
      expect(among([...secretsOf(code, { hash, key: record.strata[0]!.key }), found.sheet], told)).toEqual([]);
      // The key of the sheet is sent: so this would have been seen.
      expect(told.filter((one) => one.includes(sheetKeyOf(code, hash)))).toHaveLength(1);
    }));
});

/** The server answers a person's request for a path otherwise than everybody's. */
async function altered(page: Page, path: string, change: (text: string) => string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

describe('per-person key or questionnaire is refused by the client:', () => {
  const cases: [string, string, (text: string) => string, string][] = [
    ['another key', '/opening', (text) => text.replace(/\\"key\\":\\"../, '\\"key\\":\\"zz'), 'Cam kết lúc mở'],
    ['another hash', '/opening', (text) => text.replace(/"hash":"../, '"hash":"zz'), 'Cam kết lúc mở'],
    ['another definition', `/api/s/*`, (text) => text.replace('Khảo sát', 'Khảo nghiệm'), 'Câu hỏi trên trang này'],
    [
      'another question',
      '/s/*',
      (text) => text.replace(/(<\/span><\/span>\s*)(\p{L}+)/u, '$1Riêng $2'),
      'Câu hỏi trên trang này',
    ],
    ['another option', '/s/*', (text) => text.replace('value="o2"', 'value="o9"'), 'Câu hỏi trên trang này'],
    [
      'one field more',
      '/s/*',
      (text) => text.replace('<p id="heard"', '<input name="q1"><p id="heard"'),
      'Câu hỏi trên trang này',
    ],
    [
      'another word for a choice',
      '/s/*',
      (text) => text.replace(/(<input type="radio"[^>]*> <span[^>]*>)/, '$1Không '),
      'Câu hỏi trên trang này',
    ],
  ];
  test.each(cases)('%s', (_, path, change, said) =>
    visit(async (page, { posts }) => {
      let differs = false;
      await altered(page, path === '/opening' ? `/api/s/*${path}` : path, (text) => {
        const changed = change(text);
        differs ||= changed !== text;
        return changed;
      });
      await page.goto(nextLink());
      await heading(page, 'Trang này không khớp, nên không gửi gì cả').waitFor();
      expect(await page.locator('[data-slot=doubt]').innerText()).toContain(said);
      expect(differs).toBe(true);
      expect(posts()).toEqual([]);
      expect(await sheet(page).isVisible()).toBe(false);
    }),
  );

  test('a signature of another key', () =>
    visit(async (page, { posts }) => {
      await page.route('**/credentials', (route) => route.fulfill({ json: { signature: 'A'.repeat(512) } }));
      await page.goto(nextLink());
      await press(page, 'Nhận phiếu');
      await press(page, 'Tôi đã ghi lại, nhận phiếu');
      await heading(page, 'Trang này không khớp, nên không gửi gì cả').waitFor();
      expect(posts()).toHaveLength(1);
      expect((await keptOn(page)).credentials).toEqual([]);
    }));

  test('a link with the fingerprint of another opening', () =>
    visit(async (page, { posts }) => {
      await page.goto(nextLink().replace(/.{16}$/, '0123456789abcdef'));
      await heading(page, 'Trang này không khớp, nên không gửi gì cả').waitFor();
      expect(posts()).toEqual([]);
    }));
});
