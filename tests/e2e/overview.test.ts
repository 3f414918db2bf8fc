import { randomBytes } from 'node:crypto';
import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { sql } from 'kysely';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { databaseOf } from '../support/databaseOf.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { axeFaults } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let organizer: Desk;
let leader: Desk;
let before: SurveyView;
let after: SurveyView;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  organizer = await deskOf(product, 'organizer');
  leader = await deskOf(product, 'leader');
  before = await wave(60, 0.75, 1);
  after = await wave(60, 0.35, 2);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function sent<View>(method: string, path: string, body?: unknown): Promise<View> {
  const answer = await organizer.send(method, path, body);
  expect(answer.status, path).toBeLessThan(300);
  return (await answer.json()) as View;
}

/** A wave at the counter of one office, answered in one mood, closed and counted. */
async function wave(people: number, mood: number, seed: number): Promise<SurveyView> {
  const given = { template: 'van-hoa-cong-vu-4-xin-4-luon', bodyId: 'CDGD-TINH', unitId: 'PGD.TPND' };
  const draft = await sent<SurveyView>('POST', '/surveys', given);
  const closesAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString();
  const survey = await sent<SurveyView>('POST', `/surveys/${draft.id}/open`, { closesAt });
  const chance = repeatable(seed);
  for (let i = 0; i < people; i++) {
    const answers = answersFor(survey.definition as Definition, chance, mood);
    const body = JSON.stringify({ nonce: randomBytes(18).toString('base64url'), answers });
    const headers = { 'content-type': 'application/json' };
    const url = `${product.origin}/api/s/${survey.links[0]!.slug}/submissions`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201);
  }
  await sent('POST', `/surveys/${draft.id}/close`);
  for (;;) {
    const now = await sent<SurveyView>('GET', `/surveys/${draft.id}`);
    if (now.state === 'released') return now;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function open(query = '', options: BrowserContextOptions = { viewport: { width: 360, height: 740 } }) {
  return openOf(after, query, options);
}
async function openOf({ id }: SurveyView, query = '', options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  await context.addCookies([leader.session]);
  const page = await context.newPage();
  await page.goto(`${product.origin}/lam-viec/khao-sat/${id}/tong-quan${query}`, { waitUntil: 'networkidle' });
  return page;
}
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const said = async (page: Page, id: string): Promise<string> => flat(await page.locator(`#${id}`).innerText());

test('a leader sees first what fell, and what it fell from', async () => {
  const page = await open();
  expect(await said(page, 'can-xem')).toContain('điểm giảm');
  const headline = await said(page, 'diem-chung');
  expect(headline).toMatch(/Điểm trung bình \d,\d trên 5, tính trên \d+ phiếu/);
  expect(headline).toMatch(/So với đợt trước giảm \d(,\d+)? điểm, nhiều hơn mức có thể do ít phiếu/);
  expect(await page.locator('#diem-chung tbody tr').count()).toBe(2);
});

test('the eight courtesies are drawn and written down, and one index stands for them', async () => {
  const page = await open('', { viewport: { width: 1280, height: 900 } });
  await page.locator('#courtesy canvas').scrollIntoViewIfNeeded();
  expect(await said(page, 'courtesy')).toMatch(/Chỉ số chung \d+ trên 100/);
  expect(await page.locator('#courtesy tbody tr').count()).toBe(8);
  await expect
    .poll(() =>
      page.evaluate<boolean>(`(() => {
        const canvas = document.querySelector('#courtesy canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      })()`),
    )
    .toBe(true);
});

test('what is said of a question leads to the question', async () => {
  const page = await open();
  await page.locator('#can-xem a').first().press('Enter');
  await page.waitForURL(/\/ket-qua\?.*cau=q\d+/);
  expect(await page.locator('#cac-cau').count()).toBe(1);
});

test('without scripts every figure is there', async () => {
  const page = await open('', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  expect(await page.locator('#courtesy tbody tr').count()).toBe(8);
  expect(await page.locator('#phuong-cham tbody tr').count()).toBe(6);
});

test.each<[string, BrowserContextOptions]>([
  ['light, on a phone', { viewport: { width: 360, height: 740 } }],
  ['light, on a desk', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['forced colours', { viewport: { width: 360, height: 740 }, forcedColors: 'active' }],
])('the page holds WCAG 2.2 AA and lies within its width: %s', async (_, options) => {
  const page = await open('', options);
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});

test('the desk of a leader says what the newest results say, and leads to the overview', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies([leader.session]);
  const page = await context.newPage();
  await page.goto(`${product.origin}/lam-viec`, { waitUntil: 'networkidle' });
  const first = page.locator('#nhin-nhanh li').first();
  expect(flat(await first.innerText())).toMatch(/Điểm trung bình \d,\d trên 5.*So với đợt trước giảm/);
  await first.locator('a').press('Enter');
  await page.waitForURL(new RegExp(`${after.id}/tong-quan$`));
});

test('the wave before has nothing before it', async () => {
  const page = await openOf(before);
  expect(await said(page, 'diem-chung')).toContain('đợt đầu');
});

/** A province in a stored release, at position 10000, and so many schools right below it, each with the figures of the whole. */
async function widened({ id }: SurveyView, count: number): Promise<void> {
  const db = databaseOf(product);
  try {
    await sql`
      with whole as (select release_id, said, cells from release join release_group g on g.release_id = release.id
        join release_cell using (release_id, position) where survey_id = ${id} and position = 0),
      below as (
        insert into release_group (release_id, position, unit, parent, name, search_key, said)
        select release_id, at, at, above, name, name, (said::jsonb || jsonb_build_object(
          'id', 'T' || at, 'position', at, 'parent', above, 'name', name, 'children', ${count}::int))::text
        from (select whole.*, 10000 + n as at, case n when 0 then 0 else 10000 end as above, 'Trường ' || n as name
          from whole, generate_series(0, ${count}::int) as n) as made
        returning release_id, position)
      insert into release_cell select below.release_id, below.position, whole.cells from below, whole`.execute(db);
  } finally {
    await db.destroy();
  }
}

test('of three thousand units fifty stand on a page of at most 150 kB, turned by links and told on paper', async () => {
  await widened(before, 3_000);
  const address = `${product.origin}/lam-viec/khao-sat/${before.id}/tong-quan?don-vi=10000`;
  const { name, value } = leader.session;
  const html = await (await fetch(address, { headers: { cookie: `${name}=${value}` } })).text();
  expect(Buffer.byteLength(html)).toBeLessThan(150_000);
  const page = await openOf(before, '?don-vi=10000', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await page.locator('#bang-nhiet a[rel=next]').click();
  await page.waitForURL(/trang=2#bang-nhiet$/);
  const rows = await page.locator('#bang-nhiet tbody th').allInnerTexts();
  expect(rows.slice(1).map(flat)).toEqual(Array.from({ length: 50 }, (_, at) => `Trường ${at + 51}`));
  expect(await page.locator('#tham-gia tbody tr').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await said(page, 'bang-nhiet')).toContain('Đơn vị 51–100 trong 3.000 đơn vị trực thuộc.');
  expect(await page.locator('#bang-nhiet a[rel=next]').isVisible()).toBe(false);
  // A sheet on its own says whose figures it has, and of which release.
  expect(flat(await page.locator('main').innerText())).toContain('› Trường 0');
  expect(await page.getByText('Mã kết quả:').isVisible()).toBe(true);
  expect(await page.evaluate<string>(`getComputedStyle(document.querySelector('main .page')).display`)).toBe('block');
  await page.emulateMedia({ media: 'screen' });
  await page.locator('#bang-nhiet tbody a').first().click();
  await page.waitForURL(/don-vi=10051$/);
});
