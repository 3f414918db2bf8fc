import { drafts } from '@danban/consultation/testing';
import type { DraftsView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coldVisit } from '../bench/weight.ts';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { template } from '../support/draftTexts.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const most = 60_000;

let product: Product;
let browser: Browser;
let desk: Desk;
let survey: SurveyView;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  const { bodyId, unitId } = await desk.surveyIn('open');
  const made = (await (await desk.send('POST', '/surveys', { template, bodyId, unitId })).json()) as SurveyView;
  const definition = { ...(made.definition as Definition), door: 'open_link' };
  await desk.send('PUT', `/surveys/${made.id}`, { definition, revision: made.revision });
  survey = made;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([desk.session]);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const done = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const read = async () => (await (await desk.send('GET', `/surveys/${survey.id}/drafts`)).json()) as DraftsView;

test('a file that is no draft is refused in words, and nothing that was typed is lost', async () => {
  // What is typed while scripts take the page over may stand beside what stood there.
  await page.goto(`${product.origin}/lam-viec/khao-sat/${survey.id}/du-thao`, { waitUntil: 'networkidle' });
  await page.getByLabel('Tên bản').fill('Dự thảo lần đầu');
  await page
    .getByLabel('Tệp Word')
    .setInputFiles({ name: 'anh.docx', mimeType: 'image/png', buffer: Buffer.from([0x50, 0x4b, 3, 4, 9]) });
  await page.getByLabel('Tôi xác nhận').check();
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Chưa đọc được dự thảo này');
  expect(await page.getByLabel('Tên bản').inputValue()).toBe('Dự thảo lần đầu');
  expect((await read()).working).toBeNull();
});

test('a draft is brought, one heading is put right, it is published and its clauses become questions', async () => {
  await page.goto(`${product.origin}/lam-viec/khao-sat/${survey.id}/du-thao`);
  const buffer = Buffer.from(drafts.sampleFirst);
  await page.getByLabel('Tệp Word').setInputFiles({ name: 'du-thao.md', mimeType: 'text/markdown', buffer });
  await page.getByLabel('Tôi xác nhận').check();
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click();
  await done('Đã đọc văn bản');
  await page.getByRole('link', { name: /Sửa.*Điều 8\./ }).click();
  await page.getByLabel('Tiêu đề').fill('Chế độ công tác phí trong nước');
  await page.getByRole('button', { name: 'Sửa tiêu đề' }).click();
  await done('Đã sửa tiêu đề');
  await page.locator('summary').filter({ hasText: 'Công bố bản này' }).click();
  await page.getByRole('button', { name: 'Công bố bản này' }).click();
  await done('Đã công bố dự thảo');
  await page.getByRole('button', { name: 'Lấy điều khoản làm câu hỏi' }).click();
  await done('Đã lấy điều khoản làm câu hỏi');
  expect((await read()).asked).toEqual({ number: 1, questions: 16 });
  const closesAt = new Date(Date.now() + 15 * 24 * 3_600_000).toISOString();
  const opened = await desk.send('POST', `/surveys/${survey.id}/open`, { closesAt });
  expect(opened.status).toBe(200);
  survey = (await opened.json()) as SurveyView;
});

test('on a phone without scripts two clauses are read and answered, and nothing else', async () => {
  const visitor = await (await browser.newContext(phone)).newPage();
  await visitor.goto(survey.links[0]!.url);
  const article = visitor.getByRole('group', { name: 'Điều 8. Chế độ công tác phí trong nước' });
  expect(await article.getByText('công tác').last().isVisible()).toBe(false);
  await article.locator('summary').click();
  expect(await article.getByText('công tác').last().isVisible()).toBe(true);
  await article.getByLabel('Không đồng ý').check();
  await visitor
    .getByRole('group', { name: /^.*Điều 4\. Nguồn tài chính/ })
    .getByLabel('Đồng ý với dự thảo')
    .check();
  for (const field of await visitor.locator('[data-required] input[type=radio]:first-of-type').all())
    if ((await field.getAttribute('value')) === 'o1') await field.check();
  await visitor.locator('form#form button[type=submit]').click();
  await visitor.waitForURL(/\/cam-on/);
  await visitor.context().close();
});

test('anybody reads the draft, finds words without marks and goes to a clause by its number', async () => {
  const { url } = await read();
  const visitor = await (await browser.newContext(phone)).newPage();
  await visitor.goto(url!);
  expect(await visitor.locator('h1').textContent()).toContain('Quy chế chi tiêu nội bộ');
  expect(await visitor.getByRole('link', { name: 'Góp ý ẩn danh' }).getAttribute('href')).toBe(survey.links[0]!.url);
  await visitor.getByLabel('Tìm trong dự thảo').fill('cong tac phi trong nuoc');
  await visitor.getByRole('button', { name: 'Tìm' }).click();
  await visitor
    .getByRole('list')
    .getByRole('link', { name: /Điều 8/ })
    .click();
  expect(visitor.url()).toMatch(/#dieu-8$/);
  expect(await visitor.locator('#dieu-8').isVisible()).toBe(true);
  await visitor.context().close();
  const seeing = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  for (const address of [url!, `${url!}?lang=en`, survey.links[0]!.url]) {
    await seeing.goto(address);
    expect([address, await faultsOf(seeing)]).toEqual([address, []]);
  }
});

test('the draft and the form weigh no more than a slow phone takes', async () => {
  const port = Number(new URL(product.origin).port);
  for (const address of [(await read()).url!, survey.links[0]!.url]) {
    const bytes = await coldVisit(port, new URL(address).pathname);
    expect([address, bytes, bytes <= most]).toEqual([address, bytes, true]);
  }
});

test('it is closed as every survey is', async () => {
  expect((await desk.send('POST', `/surveys/${survey.id}/close`, {})).status).toBe(200);
  expect((await read()).survey.state).not.toBe('open');
});
