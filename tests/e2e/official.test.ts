import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { consultationIn } from '../support/draftTexts.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const name = 'Ủy ban MTTQ Việt Nam xã Sông Ninh';

let product: Product;
let browser: Browser;
let desk: Desk;
let survey: SurveyView;
let staff: Page;
let link: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  const made = await consultationIn(desk, await desk.surveyIn('open'));
  const definition = { ...(made.definition as Definition), door: 'open_link' };
  await desk.send('PUT', `/surveys/${made.id}`, { definition, revision: made.revision });
  const closesAt = new Date(Date.now() + 20 * 24 * 3_600_000).toISOString();
  survey = (await (await desk.send('POST', `/surveys/${made.id}/open`, { closesAt })).json()) as SurveyView;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([desk.session]);
  staff = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

test('the organizer invites an organisation and is shown its link once', async () => {
  await staff.goto(`${product.origin}/lam-viec/khao-sat/${survey.id}/to-chuc`);
  await staff.getByLabel('Tên tổ chức').fill(name);
  await staff.getByLabel('Loại tổ chức').selectOption({ label: 'Mặt trận Tổ quốc' });
  await staff.getByRole('button', { name: 'Mời và tạo đường dẫn' }).click();
  const box = staff.getByRole('group', { name: `Đường dẫn của ${name}` });
  await box.waitFor();
  link = (await box.locator('.url').textContent())!;
  expect(link).toMatch(/\/to-chuc\/[0-9a-f-]{36}#[\w-]{43}$/);
  await staff.reload();
  expect(await staff.content()).not.toContain(link.split('#')[1]!);
});

test('on a phone without scripts the link is pasted, points are added and moved, and what lacks is said', async () => {
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto(link);
  await page.getByLabel('Đường dẫn đã nhận').fill(link);
  await page.getByRole('button', { name: 'Vào trang' }).click();
  await page.getByRole('heading', { level: 1, name: `Văn bản góp ý của ${name}` }).waitFor();
  expect(page.url()).not.toContain(link.split('#')[1]!);
  for (const article of [/Điều 8\./, /Điều 4\./]) {
    const option = page.locator('#addTo option').filter({ hasText: article }).first();
    await page.locator('#addTo').selectOption(await option.getAttribute('value'));
    await page.getByRole('button', { name: 'Thêm góp ý' }).click();
  }
  await page.locator('[name="points.0.opinion"]').fill('Nên khoán xăng xe.');
  await page.locator('[name="points.1.opinion"]').fill('Nên nêu rõ nguồn thu.');
  await page.getByRole('button', { name: 'Chuyển lên góp ý 2' }).click();
  expect(await page.locator('[name="points.0.opinion"]').inputValue()).toBe('Nên nêu rõ nguồn thu.');
  await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
  await page.getByRole('link', { name: 'Chưa điền: số văn bản.' }).waitFor();
  expect(await page.locator('#errors li').count()).toBe(7);
  await page.context().close();
});

test('with scripts the link opens by itself, what is typed is saved, and it is sent for good', async () => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url(), ...Object.values(request.headers())));
  await page.goto(link);
  await page.getByLabel('Số văn bản').fill('12/CV-MTTQ');
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  await page.getByLabel('Ngày văn bản').fill(today);
  await page.getByLabel('Họ và tên người ký').fill('Trần Văn Bình');
  await page.getByLabel('Chức vụ người ký').fill('Chủ tịch');
  await page.getByLabel('Nhân danh ai').fill('Ban Thường trực');
  await page.getByText('Đã lưu nháp.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Nhân danh ai').inputValue()).toBe('Ban Thường trực');
  await page.getByLabel('Lấy ý kiến bằng văn bản').check();
  await page.getByLabel('Thống nhất, đề nghị sửa một số nội dung').check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
  await page.getByLabel('Tôi xác nhận').check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gửi chính thức' }).click();
  await page.getByRole('heading', { name: 'Đã gửi văn bản góp ý' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // The secret is the value of a cookie and of nothing else that is sent.
  const secret = link.split('#')[1]!;
  expect(asked.filter((one) => one.includes(secret) && !one.startsWith('danban_organisation='))).toEqual([]);
  await page.context().close();
});

test('staff read what was sent, and the link is taken back after a question', async () => {
  await staff.reload();
  await staff.getByRole('link', { name: `Xem ${name}` }).click();
  await staff.getByRole('heading', { name: /Gửi ngày/ }).waitFor();
  expect(await staff.getByRole('listitem').filter({ hasText: 'Nên khoán xăng xe.' }).isVisible()).toBe(true);
  expect(await faultsOf(staff)).toEqual([]);
  await staff.locator('summary').filter({ hasText: 'Thu hồi đường dẫn' }).click();
  await staff.getByRole('button', { name: 'Thu hồi đường dẫn' }).click();
  await staff.getByRole('status').filter({ hasText: 'Đã thu hồi đường dẫn' }).waitFor();
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByRole('alert').filter({ hasText: 'Đường dẫn này không đúng' }).waitFor();
  await page.context().close();
});
