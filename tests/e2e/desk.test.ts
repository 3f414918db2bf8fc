import type { SurveyView } from '@danban/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { faultsEverywhere } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desks: Record<'admin' | 'organizer' | 'leader', Desk>;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desks = {
    admin: await deskOf(product, 'admin'),
    organizer: await deskOf(product, 'organizer'),
    leader: await deskOf(product, 'leader'),
  };
  const { bodyId, unitId } = await desks.organizer.surveyIn('open');
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId, unitId };
  const made = (await (await desks.organizer.send('POST', '/surveys', given)).json()) as SurveyView;
  expect(made.state).toBe('draft');
  const grants = [{ role: 'leader', unitId, bodyId: null }];
  const invited = await desks.admin.send('POST', '/accounts', { name: 'Đặng Thị Ửng', login: 'ung.dang', grants });
  expect(invited.status).toBe(201);
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

test('an address that is nobody’s is said in both languages, under a head, and in English where it says so', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${product.origin}/khong-co-trang-nay`);
  expect(await page.locator('header a').count()).toBe(2);
  expect(await page.locator('main').innerText()).toContain('There is no such page.');
  await picture(page, 'unknown-address');
  await page.goto(`${product.origin}/khong-co-trang-nay?lang=en`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('main').innerText()).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/);
});

test.each(['admin', 'organizer', 'leader'] as const)(
  'the desk, the list and the search of the %s hold WCAG 2.2 AA on a phone and a desk',
  async (who) => {
    const context = await contextOf(desks[who], who === 'organizer' ? { colorScheme: 'dark' } : {});
    const urls = ['', '/khao-sat', '/khao-sat?trang-thai=da-huy', '/tim', '/tim?tim=nam+dinh'].map(at);
    expect(await faultsEverywhere(context, urls, { widths: [360, 1280], looks: [] })).toEqual([]);
    const page = await context.newPage();
    await page.goto(at(''));
    await picture(page, `desk-${who}`);
    await context.close();
  },
);

test('each finds what waits for her: a draft the organizer, an account nobody has come in with the administrator', async () => {
  const organizer = await (await contextOf(desks.organizer)).newPage();
  await organizer.goto(at(''), { waitUntil: 'networkidle' });
  expect(await organizer.locator('#dang-cho').innerText()).toContain('Đang soạn, chưa mở');
  expect(await organizer.locator('#dang-cho').innerText()).toMatch(/Tạo lúc \d\d:\d\d.*\d{4}/);
  await organizer.locator('#dang-cho a').first().click();
  await organizer.waitForURL(/khao-sat\/[0-9a-f-]{36}/);
  const admin = await (await contextOf(desks.admin)).newPage();
  await admin.goto(at(''), { waitUntil: 'networkidle' });
  await admin.getByText(/^\d+ tài khoản chưa ai vào lần nào/).click();
  await admin.waitForURL(/trang-thai=chua-vao/);
  expect(await admin.locator('main').innerText()).toContain('Đặng Thị Ửng');
});

test('one search, by keyboard and without marks, finds surveys, units and accounts; none of the last for who manages none', async () => {
  const groups = async (who: keyof typeof desks, words: string) => {
    const page = await (await contextOf(desks[who])).newPage();
    await page.goto(at(''), { waitUntil: 'networkidle' });
    await page.locator('input[name=tim]').focus();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tim\?tim=/);
    return page.locator('main section > h2').allInnerTexts();
  };
  expect(await groups('admin', 'ung dang')).toEqual(['Tài khoản']);
  expect(await groups('organizer', 'song ninh')).toEqual(['Khảo sát', 'Đơn vị']);
  expect(await groups('leader', 'ung dang')).toEqual([]);
});
