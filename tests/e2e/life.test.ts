import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desk: Page;
let respondent: Page;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  respondent = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await desk.goto(product.example().signIn.organizer);
  await desk.waitForURL(/\/lam-viec$/);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const summary = (name: string) => desk.locator('summary', { hasText: name });
const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();
/** The step behind a question, taken after reading what it means. */
async function step(question: string, button: string): Promise<void> {
  await summary(question).first().click();
  await press(button);
  await desk.waitForLoadState('networkidle');
}
const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 30_000 }).toMatch(text);
const link = async () => (await desk.locator('#chia-se .url').first().innerText()).trim();

test('a survey is scheduled on a phone, changed back, opened, paused, and goes on; each step says what it means', async () => {
  await desk.goto(`${product.origin}/lam-viec/khao-sat/moi?mau=khao-sat-hai-long-phu-huynh&don-vi=THPT.SONGNINH`);
  await press('Tạo bản soạn');
  await desk.waitForURL(/khao-sat\/[0-9a-f-]{36}/);

  await step('Hẹn giờ mở', 'Hẹn giờ mở');
  await says(desk, /Tự mở lúc/);
  await picture(desk, 'scheduled');
  const address = await link();
  await respondent.goto(address);
  await says(respondent, /Nhận phiếu từ/);
  await picture(respondent, 'not-yet-open');

  await step('Bỏ hẹn giờ để sửa', 'Bỏ hẹn giờ');
  await says(desk, /Đã bỏ hẹn giờ/);
  await step('Mở khảo sát', 'Mở khảo sát này');
  await says(desk, /Đang mở/);
  expect(await desk.evaluate<string>('document.activeElement.textContent')).toContain('Khảo sát đã mở');
  expect(await link()).toBe(address);

  await step('Tạm dừng nhận phiếu', 'Tạm dừng');
  await says(desk, /Không ai gửi phiếu được/);
  await picture(desk, 'paused');
  expect(await desk.locator('main').innerText()).not.toContain('Đang nhận phiếu');
  const primary = desk.locator('main :is(button, a).primary:visible');
  expect(await primary.allInnerTexts()).toEqual(['Nhận phiếu lại']);
  expect((await primary.boundingBox())!.y).toBeLessThan((await desk.locator('#chia-se').boundingBox())!.y);
  await respondent.goto(address);
  await says(respondent, /đang tạm dừng/);
  await press('Nhận phiếu lại');
  await says(desk, /nhận phiếu trở lại/);

  await summary('Nâng ngưỡng công bố').click();
  await desk.locator('input[name=unit]').fill('8');
  await press('Nâng ngưỡng');
  await says(desk, /Đã nâng ngưỡng/);

  await step('Hủy khảo sát', 'Hủy khảo sát này');
  await says(desk, /Đã hủy khảo sát/);
  await respondent.goto(address);
  await says(respondent, /Khảo sát đã hủy/);
});

test('a survey that somebody has answered is not cancelled, and the page says why', async () => {
  await desk.goto(`${product.origin}/lam-viec/khao-sat`);
  await desk.getByRole('listitem').filter({ hasText: 'Đang mở' }).getByRole('link').first().click();
  await desk.waitForURL(/khao-sat\/[0-9a-f-]{36}/);
  await step('Hủy khảo sát', 'Hủy khảo sát này');
  await says(desk, /Đã có người trả lời nên không hủy được/);
});

test('a released survey is archived: its sheets go, its results stay to be read', async () => {
  await desk.goto(`${product.origin}/lam-viec/khao-sat`);
  const released = desk.getByRole('listitem').filter({ hasText: 'Có kết quả' }).filter({ hasText: 'hài lòng' });
  await released.getByRole('link').first().click();
  await desk.waitForURL(/khao-sat\/[0-9a-f-]{36}/);
  await says(desk, /Phiếu gốc được giữ đến/);
  await step('Lưu trữ ngay', 'Hủy phiếu gốc và lưu trữ');
  await says(desk, /Đã lưu trữ/);
  await picture(desk, 'archived');
  expect((await desk.request.get(product.example().results)).status()).toBe(200);
});
