import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommentView, SurveyView } from '@danban/contract';
import { launch } from '../support/browser.ts';
import { deskOf, enter, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let organizer: Desk;
let survey: SurveyView;
const readers: { desk: Desk; page: Page }[] = [];

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  const admin = await deskOf(product, 'admin');
  organizer = await deskOf(product, 'organizer');
  survey = await organizer.surveyIn('released');
  for (const [at, name] of ['Người rà soát một', 'Người rà soát hai'].entries()) {
    const grants = [{ role: 'moderator', unitId: 'SGDDT', bodyId: null }];
    const answer = await admin.send('POST', '/accounts', { name, login: `ra.soat.${at}`, grants });
    const { link } = (await answer.json()) as { link: string };
    const desk = await enter(product.origin, '/sessions/link', link);
    // The second one works on a phone that runs no scripts.
    readers.push({ desk, page: await pageOf(desk, at === 1) });
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function pageOf(desk: Desk, plain = false): Promise<Page> {
  const wish = plain ? { javaScriptEnabled: false, viewport: { width: 360, height: 740 } } : {};
  const context: BrowserContext = await browser.newContext(wish);
  await context.addCookies([desk.session]);
  return context.newPage();
}

const base = (): string => `${product.origin}/lam-viec/khao-sat/${survey.id}/y-kien`;
const api = (path: string): string => `/surveys/${survey.id}/comments${path}`;

async function readTheRest({ desk }: { desk: Desk }): Promise<void> {
  for (;;) {
    const { comment } = (await (await desk.send('GET', api('/next'))).json()) as { comment: CommentView | null };
    if (!comment) return;
    await desk.send('PUT', api(`/one/${comment.id}/review`), { decision: 'answer', masks: comment.suggested });
  }
}

test('from the queue to the public page: two people read, differ, agree, group, and the organizer publishes', async () => {
  const [one, two] = readers as [(typeof readers)[number], (typeof readers)[number]];

  const waiting = async () =>
    ((await (await one.desk.send('GET', api('/next'))).json()) as { comment: CommentView }).comment.id;

  // By the keyboard alone: a word is masked, a route chosen by its figure, and saved.
  await one.page.goto(base(), { waitUntil: 'networkidle' });
  const before = await one.page.locator('fieldset .text').first().innerText();
  const first = await waiting();
  await one.page.locator('input[name=mask]').first().focus();
  await one.page.keyboard.press('Space');
  await one.page.keyboard.press('1');
  await one.page.keyboard.press('Control+Enter');
  await one.page.getByText('Đã lưu.').waitFor();
  // Two people may have written the same.
  expect(await waiting()).not.toBe(first);
  await one.page.getByRole('button', { name: 'Hoàn tác ý kiến vừa lưu' }).click();
  await one.page.getByText('Đã hoàn tác').waitFor();
  expect(await one.page.locator('fieldset .text').first().innerText()).toBe(before);
  expect(await one.page.locator('input[name=mask]').first().isChecked()).toBe(false);
  await one.page.getByLabel('Trả lời được').check();
  await one.page.getByRole('button', { name: 'Lưu và đọc tiếp' }).click();
  await one.page.getByText('Đã lưu.').waitFor();

  // Without scripts, on a phone, the same opinion is read differently.
  await two.page.goto(base());
  expect(await two.page.locator('fieldset .text').first().innerText()).toBe(before);
  expect(await two.page.content()).not.toContain('Người rà soát một');
  await two.page.getByLabel('Chuyển: thuộc thẩm quyền nơi khác').check();
  await two.page.getByRole('button', { name: 'Lưu và đọc tiếp' }).click();
  await two.page.goto(`${base()}?phan=chua-thong-nhat`);
  expect(await two.page.getByText('Người rà soát một chọn:').count()).toBe(1);
  await two.page.getByRole('button', { name: 'Theo cách chọn này' }).click();
  expect(await two.page.getByText('Không có ý kiến nào hai người chọn khác nhau').count()).toBe(1);

  for (const reader of readers) await readTheRest(reader);
  await one.page.goto(base(), { waitUntil: 'networkidle' });
  await one.page.getByText('Anh/chị đã đọc hết').waitFor();

  // A theme by hand, and a step undone.
  await one.page.goto(`${base()}/nhom?tim=ve%20sinh`, { waitUntil: 'networkidle' });
  const found = one.page.locator('input[name=comment]');
  expect(await found.count()).toBeGreaterThan(0);
  await found.first().check();
  await one.page.getByLabel('Lập nhóm mới với các ý kiến đã chọn').fill('Sửa nhà vệ sinh khu B');
  await one.page.getByRole('button', { name: 'Lập nhóm' }).click();
  await one.page.getByRole('link', { name: 'Sửa nhà vệ sinh khu B (1)' }).waitFor();
  await one.page.getByRole('button', { name: 'Hoàn tác bước vừa rồi' }).click();
  await one.page.getByText('Chưa có nhóm nào').waitFor();

  // The organizer sees what will go out, and publishes it.
  const publisher = await pageOf(organizer);
  await publisher.goto(`${base()}/cong-bo`, { waitUntil: 'networkidle' });
  await publisher.locator('summary', { hasText: 'Công bố ý kiến' }).click();
  await publisher.getByRole('button', { name: 'Công bố ý kiến' }).click();
  await publisher.getByText('Ý kiến đã công bố cùng kết quả.').waitFor();

  const anybody = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await anybody.goto(product.example().results);
  expect(await anybody.locator('#y-kien h2').innerText()).toBe('Ý kiến tự viết');
  // They stand by chance, and those after the first dozen are folded away: all of them are read.
  expect(await anybody.locator('#y-kien').textContent()).toContain('Mong nhà trường sửa lại nhà vệ sinh khu B.');
}, 180_000);
