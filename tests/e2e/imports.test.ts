import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { faultsOf } from '../support/faults.ts';
import { keys } from '../support/hand.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desk: BrowserContext;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await browser.newContext();
  const page = await desk.newPage();
  await page.goto(product.example().signIn.admin);
  await page.waitForURL(/\/lam-viec$/);
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const at = (path: string): string => product.origin + path;

/** The same person in a browser of her own, with or without scripts. */
async function open(path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, storageState: await desk.storageState() });
  const page = await context.newPage();
  await page.goto(at(path));
  return page;
}

async function choose(page: Page, ...lines: string[]): Promise<void> {
  const file = { name: 'bang.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).click();
}

const count = (page: Page, name: string): Promise<string | null> =>
  page.locator('dl > div', { hasText: name }).locator('dd').textContent();

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s, units come in by three steps: a wrong table is explained, a right one is stored', async (how, scripts) => {
  const code = scripts ? 'E2E.1' : 'E2E.2';
  const page = await open('/lam-viec/nhap/don-vi', scripts);
  await choose(page, 'Mã;Tên đơn vị;Trực thuộc;HS', `${code};Tr­êng TiÓu häc;SGDDTT;-5`);
  await page.getByText('Chưa nhập được: 1 dòng cần sửa').waitFor();
  const problems = page.getByRole('list', { name: 'Chỗ cần sửa' });
  expect(await problems.textContent()).toContain('Có phải ý là SGDDT?');
  expect(await page.getByRole('list', { name: 'Lưu ý' }).textContent()).toContain('“Trường Tiểu học”');
  expect(await page.getByRole('button', { name: /^Nhập/ }).count()).toBe(0);
  if (scripts) await picture(page, 'nhap-sai');

  await page.getByRole('link', { name: 'Chọn tệp khác' }).click();
  await choose(page, 'Mã;Tên đơn vị;Trực thuộc;HS', `${code};Trường Tiểu học ${how};SGDDT;250`);
  await page.getByRole('button', { name: 'Nhập 1 thay đổi' }).waitFor();
  expect([await count(page, 'Thêm mới'), await count(page, 'Dòng cần sửa')]).toEqual(['1', '0']);
  if (scripts) await picture(page, 'nhap-dung');
  await page.getByRole('button', { name: 'Nhập 1 thay đổi' }).click();
  await page.getByText('Thêm mới 1, cập nhật 0, giữ nguyên 0.').waitFor();
  await page.goto(at(`/lam-viec/don-vi?tim=${encodeURIComponent(how)}`));
  await page.getByText(`Trường Tiểu học ${how}`).waitFor();
  await page.context().close();
});

test('columns are matched by hand once and known the next time', async () => {
  const page = await open('/lam-viec/nhap/don-vi', false);
  const table = ['C1;C2;C3', 'E2E.3;Trường tự khớp;SGDDT'];
  await choose(page, ...table);
  await page.getByLabel('Mã đơn vị (bắt buộc)').selectOption({ label: 'Cột A: C1' });
  await page.getByLabel('Tên đơn vị').selectOption({ label: 'Cột B: C2' });
  await page.getByLabel('Mã đơn vị cấp trên').selectOption({ label: 'Cột C: C3' });
  await page.getByRole('button', { name: 'Xem lại' }).click();
  await page.getByRole('button', { name: 'Nhập 1 thay đổi' }).waitFor();
  await page.goto(at('/lam-viec/nhap/don-vi'));
  await choose(page, ...table);
  await page.getByText('Các cột được khớp như lần trước.').waitFor();

  // Chosen anew and not looked at: shown first, not imported.
  await page.locator('summary', { hasText: 'Khớp cột' }).click();
  await page.getByLabel('Tên đơn vị').selectOption({ label: 'Cột C: C3' });
  await page.getByRole('button', { name: 'Nhập 1 thay đổi' }).click();
  await page.getByText('Đã xem lại theo cột và ngày vừa chọn').waitFor();
  await page.context().close();
});

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s, people are invited: slips to print and a list to download, once', async (_, scripts) => {
  const login = scripts ? 'lan.moi' : 'hoa.moi';
  const page = await open('/lam-viec/nhap/tai-khoan', scripts);
  await choose(page, 'Họ tên;Email;Vai trò;Đơn vị', `Lê Thị Mới;${login};Lãnh đạo;THPT.CTN`);
  await page.getByRole('button', { name: 'Nhập 1 thay đổi' }).click();
  await page.getByRole('heading', { name: 'Giấy mời: 1 người' }).waitFor();
  const slip = (await page.locator('li', { hasText: 'Lê Thị Mới' }).textContent())!;
  const link = /http\S+\/lam-viec\/mat-khau\?ma=[\w-]{43}/.exec(slip)![0];
  if (scripts) await picture(page, 'giay-moi');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('giay-moi.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(`;${login};`);
  expect(text).toContain(link);

  await page.goto(at('/lam-viec/nhap/tai-khoan'));
  expect(await page.content()).not.toContain(link);
  await page.context().close();
});

test('every step is reached and left by keyboard', async () => {
  const page = await open('/lam-viec/nhap/don-vi', true);
  await page.setInputFiles('input[type=file]', {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Mã;Tên;Trực thuộc\r\nE2E.4;Trường bàn phím;SGDDT'),
  });
  await page.locator('input[type=file]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await keys(page).press('Nhập 1 thay đổi');
  await page.getByText('Thêm mới 1, cập nhật 0, giữ nguyên 0.').waitFor();
  await page.context().close();
});

test('the pages hold WCAG 2.2 AA on a phone and a desk', async () => {
  const page = await open('/lam-viec/nhap/don-vi', true);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const kind of ['don-vi', 'to-chuc', 'tai-khoan']) {
      await page.goto(at(`/lam-viec/nhap/${kind}`), { waitUntil: 'networkidle' });
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.goto(at('/lam-viec/nhap/don-vi'));
    await choose(page, 'Mã;Tên;Trực thuộc', 'E2E.9;Tr­êng;SGDDTT', ';x;y');
    await page.getByText('Chưa nhập được').waitFor();
    await page.locator('summary', { hasText: 'Khớp cột' }).click();
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.context().close();
});
