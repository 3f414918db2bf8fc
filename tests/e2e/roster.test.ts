import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { faultsOf } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

const school = 'THPT.SONGNINH';
const output = new URL('../output/', import.meta.url).pathname;

let product: Product;
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await desk.goto(product.example().signIn.organizer);
  await desk.waitForURL(/\/lam-viec$/);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();
const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 30_000 }).toMatch(text);
const survey = () => /khao-sat\/[0-9a-f-]{36}/.exec(desk.url())![0];
const go = (path: string) => desk.goto(`${product.origin}/lam-viec/${path}`);

async function upload(page: Page, ...lines: string[]): Promise<void> {
  const file = { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).click();
}

/** How many sheets of A4 the page prints, left for people to look at. */
async function sheets(page: Page, name: string): Promise<number> {
  await mkdir(output, { recursive: true });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await writeFile(join(output, `${name}.pdf`), pdf);
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('on a phone a list is brought in, corrected and stored; then everybody has a letter, and one person a new one', async () => {
  await go(`khao-sat/moi?mau=khao-sat-hai-long-phu-huynh&don-vi=${school}`);
  await press('Tạo bản soạn');
  await desk.waitForURL(/khao-sat\/[0-9a-f-]{36}/);
  const at = survey();
  await desk.locator('summary', { hasText: 'Hỏi ai, bằng cách nào' }).first().click();
  await desk.selectOption('select[name=door]', 'roster');
  await desk.getByRole('link', { name: 'Mở danh sách mời' }).click();
  await says(desk, 'Chưa có ai trong danh sách');
  await picture(desk, 'danh-sach-trong');

  await upload(desk, 'Họ tên;Điện thoại', 'Trần Văn An;0912 345 678', 'Trần Văn An;');
  await says(desk, 'Trùng tên và đơn vị với dòng 2');
  await picture(desk, 'danh-sach-sai');
  await desk.getByRole('link', { name: 'Chọn tệp khác' }).click();
  const twelve = Array.from({ length: 12 }, (_, i) => `Trần Thị Người ${i};91234567${i % 10}`);
  await upload(desk, 'Họ tên;SĐT', ...twelve);
  await press('Ghi danh sách 12 người');
  await says(desk, 'Đã ghi danh sách 12 người');
  await picture(desk, 'danh-sach');
  expect(await faultsOf(desk)).toEqual([]);

  await go(at);
  await desk.locator('.bar.alive').waitFor();
  await desk.locator('summary', { hasText: 'Hỏi ai, bằng cách nào' }).click();
  const door = desk.locator('[id=door]');
  await door.selectOption('open_link');
  await says(desk, 'Danh sách 12 người đã nhập không dùng cho cách vào đang chọn');
  await desk.locator('.bar p').getByText('Đã lưu lúc').waitFor();
  await desk.locator('#danh-sach-thua summary').click();
  await picture(desk, 'danh-sach-thua');
  expect(await faultsOf(desk)).toEqual([]);
  await door.selectOption('roster');
  await says(desk, '12 người trong danh sách.');
  expect(await desk.locator('#danh-sach-thua').count()).toBe(0);
  await door.selectOption('open_link');
  await desk.locator('#danh-sach-thua summary').click();
  await press('Xóa danh sách 12 người');
  await says(desk, 'Đã xóa danh sách mời.');
  await door.selectOption('roster');
  await desk.getByRole('link', { name: 'Mở danh sách mời' }).click();
  await upload(desk, 'Họ tên;SĐT', ...twelve);
  await press('Ghi danh sách 12 người');
  await says(desk, 'Đã ghi danh sách 12 người');
  await go(at);
  await desk.locator('summary', { hasText: 'Mở khảo sát' }).first().click();
  await press('Mở khảo sát này');
  await says(desk, /Đang mở/);
  await picture(desk, 'danh-sach-mo');
  expect(await faultsOf(desk)).toEqual([]);

  for (const common of ['in', 'nhung', 'hop']) {
    await go(`${at}/${common}`);
    await says(desk, 'một mã QR chung không đưa ai vào trả lời được');
    expect(await desk.locator('img[src*=qr]').count()).toBe(0);
  }
  await go(`${at}/loi-nhan`);
  for (const text of await desk.locator('textarea').all()) {
    expect(await text.inputValue()).toMatch(/liên kết riêng|lien ket rieng/);
    expect(await text.inputValue()).not.toContain('/s/');
  }

  await go(`${at}/danh-sach/thu`);
  await press('Lập thư để in');
  await says(desk, 'Thư 1 đến 12 trong 12');
  await desk.getByText(/^Kính gửi: Trần Thị Người 0$/).waitFor();
  expect(await faultsOf(desk)).toEqual([]);
  await picture(desk, 'thu-moi');
  expect(await sheets(desk, 'thu-moi')).toBe(12);

  await go(`${at}/danh-sach?tim=${encodeURIComponent('nguoi 7')}`);
  await says(desk, 'Trần Thị Người 7');
  await desk.locator('summary', { hasText: 'Thư mời mới' }).click();
  await press('Lập thư mời mới');
  await says(desk, 'Thư mời mới cho Trần Thị Người 7');
  await picture(desk, 'thu-moi-lai');
  expect(await sheets(desk, 'thu-moi-lai')).toBe(1);
});

test('without scripts the file of links comes only to who says that she understands', async () => {
  const { origin } = product;
  const at = survey();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await desk.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${origin}/lam-viec/${at}/danh-sach/thu`);
  await page.locator('summary', { hasText: 'Tải tệp liên kết' }).click();
  await picture(page, 'tep-lien-ket');
  const careless = await page.request.post(`${origin}/lam-viec/${at}/danh-sach/tep`, {
    form: { form: 'csv' },
    headers: { origin },
  });
  expect(await careless.text()).toContain('Xin đánh dấu là đã hiểu');
  await page.getByRole('checkbox').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lien-ket-moi.csv');
  await context.close();
});
