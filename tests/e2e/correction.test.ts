import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { faultsAtWidths } from '../support/faults.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desk: Desk;
let survey: SurveyView;
beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  survey = await desk.surveyIn('released');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const reason = 'Số gia đình của một trường ghi nhầm.';
const correctionPage = () => `${product.origin}/lam-viec/khao-sat/${survey.id}/dinh-chinh`;

async function atDesk(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  await context.addCookies([desk.session]);
  return context.newPage();
}

test('from the page of a released survey a number is corrected with a reason, after being told what happens; without scripts', async () => {
  const page = await atDesk(false);
  await page.goto(`${product.origin}/lam-viec/khao-sat/${survey.id}`);
  await page.getByRole('link', { name: 'Đính chính số người được hỏi' }).click();
  const field = page.locator('[name^="invited."]').first();
  const before = Number(await field.inputValue());
  await page.locator('[name=reason]').fill(reason);
  await field.press('Enter');
  await page.getByText('Chưa có con số nào khác').waitFor();
  await page
    .locator('[name^="invited."]')
    .first()
    .fill(String(before + 9));
  expect(await page.locator('#so-nguoi [name=reason]').inputValue()).toBe(reason);
  await page.locator('[name^="invited."]').first().press('Enter');
  await page.getByRole('heading', { name: 'Đính chính như sau?' }).waitFor();
  const asked = await page.locator('#xac-nhan').innerText();
  expect(asked).toContain(reason);
  expect(asked).toContain('Lần công bố cũ vẫn đọc được');
  expect((await desk.survey(survey.id)).released).toBe(1);
  await page.getByRole('button', { name: 'Đính chính và công bố lần mới' }).click();
  await page.getByText('Đã ghi đính chính').waitFor();
  await expect.poll(async () => (await desk.survey(survey.id)).released, { timeout: 60_000 }).toBe(2);
  await page.context().close();
});

test('in public the new release says why it was made and leads to the old one, which leads back', async () => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(product.example().results, { waitUntil: 'networkidle' });
  await page.getByText(`Lý do: ${reason}`).first().waitFor();
  expect(await faultsAtWidths(page, [360, 1280])).toEqual([]);
  await page.getByRole('link', { name: 'Xem lần công bố trước khi đính chính' }).click();
  await page.getByText('Lần công bố này đã được đính chính.').waitFor();
  expect(await faultsAtWidths(page, [360])).toEqual([]);
  await page.getByRole('link', { name: 'Xem tổng quan' }).click();
  await page.waitForURL(/tong-quan\?lan=1/);
  await page.getByText('Lần công bố này đã được đính chính.').waitFor();
  await page.getByRole('link', { name: 'Xem lần mới nhất' }).click();
  await page.getByText('Bản đính chính ngày').first().waitFor();
  await page.context().close();
});

test('nothing keeps somebody from using the form, narrow and wide; a reason that is too short is said beside its field', async () => {
  const page = await atDesk();
  await page.goto(correctionPage(), { waitUntil: 'networkidle' });
  expect(await faultsAtWidths(page, [360, 1280])).toEqual([]);
  const field = page.locator('[name^="invited."]').first();
  await field.fill(String(Number(await field.inputValue()) + 3));
  await page.evaluate('document.querySelector("#so-nguoi form").noValidate = true');
  await page.locator('[name=reason]').fill('nhầm');
  await page.getByRole('button', { name: 'Xem lại trước khi đính chính' }).click();
  await page.getByRole('link', { name: 'Xin ghi lý do, ít nhất 10 chữ cái.' }).click();
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('reason');
  await page.context().close();
});
