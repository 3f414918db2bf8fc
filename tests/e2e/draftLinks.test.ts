import type { DraftLinksView, DraftsView, SurveyView } from '@danban/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coldVisit } from '../bench/weight.ts';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { consultationIn, pdf } from '../support/draftTexts.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desk: Desk;
let survey: SurveyView;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  survey = await consultationIn(desk, await desk.surveyIn('open'));
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies([desk.session]);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const draftPage = () => `${product.origin}/lam-viec/khao-sat/${survey.id}/du-thao`;
const done = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const read = async <T>(path = '') =>
  (await (await desk.send('GET', `/surveys/${survey.id}/drafts${path}`)).json()) as T;

test('on a phone somebody looks through what became of each clause, chooses one anew, takes it back and confirms', async () => {
  await page.goto(draftPage());
  await page.getByRole('link', { name: 'Xem và xác nhận' }).first().click();
  const count = (await read<DraftLinksView>('/working/links')).doubtful.length;
  await page.getByRole('heading', { name: `Nên xem (${count})` }).waitFor();
  await page
    .getByRole('button', { name: /^Đúng rồi/ })
    .first()
    .click();
  await done('Đã ghi nhận');
  await page.getByRole('heading', { name: `Nên xem (${count - 1})` }).waitFor();
  const removed = page.getByRole('listitem').filter({ hasText: 'Không còn ở bản mới' }).first();
  await removed.getByRole('link', { name: /^Chọn lại/ }).click();
  await page.getByText('Ở bản mới, đoạn này là:').waitFor();
  await page.getByLabel('Không còn ở bản mới (đã bỏ)').uncheck();
  await page.getByRole('button', { name: 'Lưu lựa chọn này' }).click();
  await page.getByRole('alert').filter({ hasText: 'Xin chọn ít nhất một đoạn' }).waitFor();
  await page.locator('input[name=with]:not([type=hidden])').first().check();
  await page.getByLabel('Không còn ở bản mới (đã bỏ)').uncheck();
  await page.getByRole('button', { name: 'Lưu lựa chọn này' }).click();
  await done('Đã ghi nhận');
  await page.getByRole('button', { name: 'Hoàn tác lần chọn gần nhất' }).click();
  await done('Đã hoàn tác');
  await page.locator('summary').filter({ hasText: 'Xác nhận tất cả' }).click();
  await page.getByRole('button', { name: 'Xác nhận tất cả' }).click();
  await done('Bây giờ công bố được');
  expect((await read<DraftsView>()).links).toMatchObject({ confirmed: true });
});

test('a file is put beside it, a wrong one is refused in words, and it is published with what was confirmed', async () => {
  await page.goto(draftPage());
  await page.locator('summary').filter({ hasText: 'Thêm tài liệu' }).click();
  const bring = async (buffer: Buffer, name: string) => {
    await page.getByLabel('Tệp PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.locator('input[name=fileNotSecret]').check();
    await page.getByRole('button', { name: 'Thêm tài liệu' }).click();
  };
  await bring(Buffer.from('<html>'), 'trang.pdf');
  await page.getByRole('alert').filter({ hasText: 'Chỉ nhận tệp PDF' }).waitFor();
  await bring(Buffer.from(pdf()), 'Thuyết minh.pdf');
  await done('Đã thêm tài liệu');
  expect((await read<DraftsView>()).attachments).toMatchObject([{ name: 'Thuyết minh.pdf', number: 2 }]);
  await page.locator('summary').filter({ hasText: 'Công bố bản này' }).click();
  await page.getByRole('button', { name: 'Công bố bản này' }).click();
  await done('Đã công bố dự thảo');
});

test('anybody sees what changed without scripts, goes from change to change by keyboard, and on a wide screen sees both sides', async () => {
  const { url } = await read<DraftsView>();
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const visitor = await phone.newPage();
  await visitor.goto(`${url!}?ban=2`);
  expect(await visitor.getByText('Việc lấy ý kiến là về Dự thảo lần 1').isVisible()).toBe(true);
  expect(await visitor.getByRole('link', { name: /Thuyết minh\.pdf/ }).isVisible()).toBe(true);
  await visitor.getByRole('link', { name: 'Xem có gì thay đổi' }).click();
  expect(await visitor.getByText(/^Trong 76 điều khoản: giữ nguyên 20/).isVisible()).toBe(true);
  await visitor.getByRole('link', { name: /^Sửa nội dung/ }).click();
  const first = visitor.getByRole('article').first();
  expect(await first.locator('.inline ins').first().isVisible()).toBe(true);
  expect(await first.locator('.beside').isVisible()).toBe(false);
  await visitor.getByRole('link', { name: 'Đến thay đổi đầu tiên' }).press('Enter');
  await visitor.waitForURL(/#./);
  const start = new URL(visitor.url()).hash;
  await visitor.keyboard.press('Tab');
  await visitor.keyboard.press('Enter');
  await visitor.waitForURL(({ hash }) => hash !== '' && hash !== start);
  await visitor.setViewportSize({ width: 1280, height: 800 });
  expect([await first.locator('.inline').isVisible(), await first.locator('.beside ins').first().isVisible()]).toEqual([
    false,
    true,
  ]);
  await phone.close();
  const seeing = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  for (const more of ['/thay-doi', '/thay-doi?loai=all&lang=en', '?ban=2']) {
    await seeing.goto(url! + more);
    expect([more, await faultsOf(seeing)]).toEqual([more, []]);
  }
  const bytes = await coldVisit(Number(new URL(product.origin).port), `${new URL(url!).pathname}/thay-doi`);
  expect([bytes, bytes <= 60_000]).toEqual([bytes, true]);
});
