import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { faultsAtWidths } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  admin = await newPage();
  await admin.goto(product.example().signIn.admin);
  await admin.waitForURL(/\/lam-viec$/);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const phone = { viewport: { width: 360, height: 740 } };
const at = (path: string): string => product.origin + path;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name });

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

const faults = (page: Page): Promise<string[]> => faultsAtWidths(page, [360, 768, 1280]);

/** Chooses role and unit by the links of the steps. */
async function choose(page: Page, role: string, unit: string): Promise<void> {
  const steps = summary(page, 'Giao thêm một vai');
  if (await steps.isVisible()) await steps.click();
  await page.getByRole('link', { name: role, exact: true }).click();
  await page.getByLabel('Tìm đơn vị').fill(unit.normalize('NFD').replaceAll(/\p{Mn}/gu, ''));
  await page.keyboard.press('Enter');
  await page.waitForURL(/tim=/);
  await page.getByRole('link', { name: unit, exact: true }).click();
}

let account: string;

test('somebody is invited step by step: role, unit, body, name', async () => {
  await admin.goto(at('/lam-viec/tai-khoan'));
  await picture(admin, 'accounts');
  await admin.getByRole('link', { name: 'Mời một người' }).click();
  await picture(admin, 'invite-role');
  expect(await faults(admin)).toEqual([]);
  await admin.getByRole('link', { name: 'Người tổ chức', exact: true }).click();
  await admin.getByLabel('Tìm đơn vị').waitFor();
  await picture(admin, 'invite-unit');
  expect(await faults(admin)).toEqual([]);
  await admin.goto(at('/lam-viec/tai-khoan/moi'));
  await choose(admin, 'Người tổ chức', 'Trường THPT Sông Ninh');
  await admin.getByLabel('Công đoàn cơ sở THPT Sông Ninh').check();
  await admin.getByLabel('Họ và tên').fill('Trần Văn Bình');
  await admin.getByLabel('Tên đăng nhập').fill('cong-doan');
  await picture(admin, 'invite-last');
  await button(admin, 'Tạo tài khoản và liên kết').click();
  await admin.getByText('Tên đăng nhập này đã có người dùng').first().waitFor();
  expect(await admin.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Bình');
  await picture(admin, 'invite-refused');
  await admin.getByLabel('Tên đăng nhập').fill('Trần Bình');
  await button(admin, 'Tạo tài khoản và liên kết').click();
  await admin.getByRole('link', { name: /^Tên đăng nhập: Viết từ 3 ký tự.*lan\.nguyen\.$/ }).click();
  expect(await admin.evaluate("document.activeElement.name ?? ''")).toBe('login');
  await picture(admin, 'invite-misspelled');
  await admin.getByLabel('Tên đăng nhập').fill('binh.tran');
  await button(admin, 'Tạo tài khoản và liên kết').click();
  await admin.getByText('Liên kết dùng một lần cho Trần Văn Bình').waitFor();
  await picture(admin, 'invite-done');
  await admin.getByRole('link', { name: 'Xem tài khoản' }).click();
  await admin.waitForURL(/\/tai-khoan\/[0-9a-f-]{36}$/);
  account = admin.url();
});

test('a second role is given and says in words what it may do', async () => {
  await choose(admin, 'Lãnh đạo', 'Trường THPT Sông Ninh');
  await button(admin, 'Giao vai này').click();
  await admin.getByText('Đã giao vai.').waitFor();
  await admin.getByText('Lãnh đạo tại Trường THPT Sông Ninh', { exact: true }).waitFor();
  expect(new URL(admin.url()).pathname).toBe(new URL(account).pathname);
  await picture(admin, 'account');
  expect(await faults(admin)).toEqual([]);
});

test('a role is taken away only after saying yes, without scripts and on a phone', async () => {
  const page = await newPage({
    ...phone,
    javaScriptEnabled: false,
    storageState: await admin.context().storageState(),
  });
  await page.goto(account);
  const take = page.getByRole('button', { name: 'Bỏ vai Lãnh đạo' });
  expect(await take.isVisible()).toBe(false);
  const role = page.locator('#vai li', { hasText: 'Lãnh đạo tại' });
  await role.locator('summary').click();
  await picture(page, 'role-removal');
  await take.click();
  await page.getByText('Đã bỏ vai.').waitFor();
  expect(await page.locator('#vai li').count()).toBe(1);
  await page.locator('#vai summary').click();
  await page.getByRole('button', { name: 'Bỏ vai Người tổ chức' }).click();
  await page.getByText('Tài khoản phải còn ít nhất một vai').waitFor();
  await picture(page, 'last-role');
  expect(await page.locator('#vai li').count()).toBe(1);
});

test('a role is given without scripts, too, and by keyboard alone', async () => {
  const page = await newPage({
    ...phone,
    javaScriptEnabled: false,
    storageState: await admin.context().storageState(),
  });
  await page.goto(account);
  await summary(page, 'Giao thêm một vai').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Ban Thanh tra nhân dân', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Tìm đơn vị').focus();
  await page.keyboard.type('Song Ninh');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Trường THPT Sông Ninh', exact: true }).focus();
  await page.keyboard.press('Enter');
  await button(page, 'Giao vai này').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã giao vai.').waitFor();
  expect(await page.locator('#vai li').count()).toBe(2);
});

test('the last administrator cannot be demoted, and the page says so in a sentence', async () => {
  await admin.goto(at('/lam-viec/tai-khoan'));
  await admin.getByRole('link', { name: 'Quản trị hệ thống', exact: true }).click();
  await admin.locator('#vai').waitFor();
  await choose(admin, 'Lãnh đạo', 'Trường THPT Sông Ninh');
  await button(admin, 'Giao vai này').click();
  await admin.getByText('Đã giao vai.').waitFor();
  expect(await summary(admin, 'Ngừng tài khoản').count()).toBe(0);
  const role = admin.locator('#vai li', { hasText: 'Quản trị hệ thống tại' });
  await role.locator('summary').click();
  await role.getByText('Đây là vai của chính bạn.').waitFor();
  await button(admin, 'Bỏ vai Quản trị hệ thống').click();
  await admin.getByText('Đây là người quản trị cuối cùng.').waitFor();
  await picture(admin, 'last-administrator');
});

test('who is deactivated is out in every browser at once, and comes back by a link', async () => {
  await admin.goto(account);
  await button(admin, 'Tạo liên kết mới').click();
  const link = (await admin.locator('.url').innerText()).trim();
  const person = await newPage();
  await person.goto(link);
  expect(await person.locator('input[autocomplete=username]').inputValue()).toBe('binh.tran');
  expect(await person.getByLabel('Tên đăng nhập').getAttribute('readonly')).not.toBeNull();
  for (const field of ['Mật khẩu mới', 'Nhập lại mật khẩu']) await person.getByLabel(field).fill('12345678901');
  await person.getByLabel('Hiện mật khẩu').check();
  expect(await person.getByLabel('Mật khẩu mới').getAttribute('type')).toBe('text');
  await button(person, 'Đặt mật khẩu').click();
  await person.getByText('Mật khẩu này quá dễ đoán').first().waitFor();
  await picture(person, 'password-refused');
  expect(await person.getByLabel('Tên đăng nhập').inputValue()).toBe('binh.tran');
  await person.getByLabel('Mật khẩu mới').fill('mot cau that dai de nho');
  await person.getByLabel('Nhập lại mật khẩu').fill('mot cau that dai de nho');
  await button(person, 'Đặt mật khẩu').click();
  await person.waitForURL(/\/lam-viec$/);
  await summary(admin, 'Ngừng tài khoản').click();
  await picture(admin, 'deactivation');
  await button(admin, 'Ngừng tài khoản này').click();
  await admin.getByText('Mọi phiên đăng nhập').waitFor();
  await person.goto(at('/lam-viec'));
  await person.waitForURL(/dang-nhap/);
  await picture(admin, 'inactive');
  expect(await faults(admin)).toEqual([]);
  await button(admin, 'Cho dùng lại').click();
  await admin.getByText('Liên kết dùng một lần cho Trần Văn Bình').waitFor();
  await person.goto((await admin.locator('.url').innerText()).trim());
  await person.getByLabel('Mật khẩu mới').waitFor();
});

test('accounts are found by name without marks, and by whether they are in use', async () => {
  await admin.goto(at('/lam-viec/tai-khoan'));
  await admin.getByLabel('Tìm theo tên').fill('tran binh');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(/tim=tran/);
  expect(await admin.locator('main h2').allInnerTexts()).toEqual(['Trần Văn Bình', 'Tải về bảng tính']);
  await admin.getByRole('link', { name: 'Đã ngừng' }).click();
  await admin.getByText('Không có tài khoản nào khớp.').waitFor();
  expect(admin.url()).toContain('tim=tran');
});

test('units are walked through branch by branch and found by name', async () => {
  await admin.goto(at('/lam-viec/don-vi'));
  await picture(admin, 'units');
  await admin.getByRole('heading', { name: 'Ủy ban nhân dân tỉnh Nam Định' }).waitFor();
  await admin.getByRole('link', { name: 'Sở Giáo dục và Đào tạo Nam Định' }).click();
  await admin.getByRole('heading', { name: 'Sở Giáo dục và Đào tạo Nam Định' }).waitFor();
  await picture(admin, 'unit');
  expect(await faults(admin)).toEqual([]);
  await admin.getByLabel('Tìm đơn vị').fill('mam non sao mai');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(/tim=mam/);
  await picture(admin, 'units-found');
  await admin.getByRole('link', { name: 'Trường Mầm non Sao Mai' }).click();
  await admin.getByText('Không có đơn vị trực thuộc.').waitFor();
});
