import { sql } from 'kysely';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { databaseOf } from '../support/databaseOf.ts';
import { faultsAtWidths } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';
import { codeFor } from '../support/totp.ts';

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

const organizer = 'Cán bộ Công đoàn Giáo dục tỉnh';
const leader = 'Lãnh đạo Sở Giáo dục và Đào tạo';
const password = 'mot cau that dai de nho';
const at = (path: string): string => product.origin + path;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name });

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

const faults = (page: Page): Promise<string[]> => faultsAtWidths(page, [360, 1280]);

/** The page of an account, found by its name as an administrator finds it. */
async function openAccount(name: string): Promise<void> {
  await admin.goto(at('/lam-viec/tai-khoan'));
  await admin.getByRole('link', { name, exact: true }).click();
  await admin.locator('#vao').waitFor();
}

/** Signs the example's leader in by name and password, which she chooses by a link the first time. */
async function signIn(page: Page): Promise<void> {
  await page.goto(at('/lam-viec/dang-nhap'));
  await page.getByLabel('Tên đăng nhập').fill('lanh-dao');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await button(page, 'Đăng nhập').click();
  await page.waitForURL(/\/lam-viec$/);
}

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
  userAgent: 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/144.0.0.0 Mobile Safari/537.36',
};

test('somebody sees where she is signed in, and ends it elsewhere, without scripts and on a phone, too', async () => {
  await openAccount(leader);
  await button(admin, 'Tạo liên kết mới').click();
  const desk = await newPage();
  await desk.goto((await admin.locator('.url').innerText()).trim());
  for (const field of ['Mật khẩu mới', 'Nhập lại mật khẩu']) await desk.getByLabel(field).fill(password);
  await button(desk, 'Đặt mật khẩu').click();
  await desk.waitForURL(/\/lam-viec$/);
  const mobile = await newPage(phone);
  await signIn(mobile);
  await mobile.goto(at('/lam-viec/toi'));
  expect(await mobile.locator('#phien li strong').allInnerTexts()).toEqual([
    'Chrome trên điện thoại hoặc máy tính bảng Android',
    'Chrome trên máy tính Linux',
  ]);
  await mobile
    .getByRole('button', { name: /^Cho thoát/ })
    .first()
    .click();
  await mobile.getByText('Đã cho thoát.').waitFor();
  await mobile.getByText('Không còn nơi nào khác.').waitFor();
  await desk.goto(at('/lam-viec'));
  await desk.waitForURL(/dang-nhap/);

  await signIn(desk);
  await desk.getByRole('link', { name: /Tài khoản của tôi/ }).click();
  await desk.getByText('· máy đang dùng').waitFor();
  await summary(desk, 'Cho thoát ở mọi nơi khác').focus();
  await desk.keyboard.press('Enter');
  await picture(desk, 'own-sessions');
  expect(await faults(desk)).toEqual([]);
  await button(desk, 'Cho thoát ở mọi nơi khác').focus();
  await desk.keyboard.press('Enter');
  await desk.getByText('Không còn nơi nào khác.').waitFor();
  await mobile.goto(at('/lam-viec'));
  expect(mobile.url()).toContain('dang-nhap');

  await openAccount(leader);
  await summary(admin, 'Cho thoát ở mọi nơi').click();
  expect(await faults(admin)).toEqual([]);
  await button(admin, 'Cho thoát ở mọi nơi').click();
  await admin.getByText('Tài khoản này đã thoát ở mọi nơi.').waitFor();
  await desk.goto(at('/lam-viec'));
  await desk.waitForURL(/dang-nhap/);
});

test('a password is changed by whoever knows it, without scripts, and every other session ends', async () => {
  const [desk, mobile] = [await newPage(), await newPage(phone)];
  await signIn(desk);
  await signIn(mobile);
  const change = async (current: string, next: string): Promise<void> => {
    await mobile.goto(at('/lam-viec/toi'));
    await summary(mobile, 'Đổi mật khẩu').click();
    await mobile.getByLabel('Mật khẩu hiện nay').fill(current);
    for (const field of ['Mật khẩu mới', 'Nhập lại mật khẩu']) await mobile.getByLabel(field).fill(next);
    await button(mobile, 'Đổi mật khẩu').click();
  };
  const other = 'hoa sen no trong dam';
  await change('khong phai mat khau', other);
  await mobile.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng').waitFor();
  await change(password, other);
  await mobile.getByText('Đã đổi mật khẩu.').waitFor();
  await desk.goto(at('/lam-viec'));
  expect(desk.url()).toContain('dang-nhap');
  await change(other, password);
  await mobile.getByText('Đã đổi mật khẩu.').waitFor();
  for (const page of [desk, mobile]) await page.context().close();
});

test('who leaves hands over: the successor is chosen and what goes over is seen before it is confirmed, without scripts, too', async () => {
  const page = await newPage({ ...phone, storageState: await admin.context().storageState() });
  await page.goto(at('/lam-viec/tai-khoan'));
  await page.getByRole('link', { name: organizer, exact: true }).click();
  await page.getByRole('link', { name: 'Bàn giao công việc' }).click();
  await picture(page, 'handover-whom');
  expect(await page.locator('#se-chuyen li').count()).toBe(2);
  await page.getByLabel('Tìm người nhận').fill('lanh dao');
  await page.keyboard.press('Enter');
  await page.waitForURL(/tim=/);
  await page.getByRole('link', { name: leader, exact: true }).click();
  await page.getByRole('checkbox', { name: /Người tổ chức/ }).uncheck();
  await summary(page, 'Bàn giao…').click();
  await button(page, 'Bàn giao và ngừng tài khoản').click();
  await page.getByText('nên chưa có gì được chuyển').waitFor();
  await picture(page, 'handover-refused');
  await page.getByRole('checkbox', { name: /Người tổ chức/ }).check();
  await summary(page, 'Bàn giao…').click();
  expect(await page.getByText(`${leader} phụ trách các khảo sát ở trên`).isVisible()).toBe(true);
  await picture(page, 'handover-confirm');
  const address = page.url();
  await admin.goto(address);
  await summary(admin, 'Bàn giao…').click();
  expect(await faults(admin)).toEqual([]);
  await button(page, 'Bàn giao và ngừng tài khoản').click();
  await page.getByText('Đã bàn giao. Số khảo sát đã chuyển: 2.').waitFor();
  expect(await page.getByText('Tài khoản đã ngừng').isVisible()).toBe(true);
  await picture(page, 'handover-done');

  const successor = await newPage();
  await signIn(successor);
  await successor.locator('#dang-chay ~ * h3 a').first().click();
  await successor.getByText(`phụ trách: ${leader}`).waitFor();
  expect(await faults(successor)).toEqual([]);
});

test('a code from the phone is turned on by key and QR, asked for without scripts, and reset by an administrator', async () => {
  const page = await newPage();
  await signIn(page);
  await page.goto(at('/lam-viec/toi'));
  await picture(page, 'own');
  expect(await faults(page)).toEqual([]);
  await button(page, 'Bật mã xác nhận').click();
  await page.waitForURL(/dien-thoai/);
  const key = await page.locator('.key').innerText();
  expect(await page.evaluate<number>("document.querySelector('#buoc-2 img').naturalWidth")).toBeGreaterThan(0);
  await picture(page, 'phone-set-up');
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Mã xác nhận').fill('12345x');
  await page.keyboard.press('Enter');
  await page.getByText('Mã chưa đúng').waitFor();
  await page.getByLabel('Mã xác nhận').fill(codeFor(key, new Date()));
  await page.keyboard.press('Enter');
  await page.getByText('Đã bật mã xác nhận trên điện thoại').first().waitFor();
  const codes = await page.locator('#ma-du-phong li').allInnerTexts();
  expect(codes).toHaveLength(8);
  await picture(page, 'recovery-codes');
  expect(await faults(page)).toEqual([]);
  await page.goto(at('/lam-viec/toi/dien-thoai'));
  expect(await page.content()).not.toContain(codes[0]);

  const mobile = await newPage(phone);
  await mobile.goto(at('/lam-viec/dang-nhap?tiep=toi'));
  await mobile.getByLabel('Tên đăng nhập').fill('lanh-dao');
  await mobile.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await button(mobile, 'Đăng nhập').click();
  await mobile.waitForURL(/ma-xac-nhan/);
  await mobile.goto(at('/lam-viec'));
  await mobile.waitForURL(/ma-xac-nhan/);
  await picture(mobile, 'code');
  await mobile.getByLabel('Mã xác nhận').fill(codes[0]!);
  await button(mobile, 'Tiếp tục').click();
  await mobile.waitForURL(/\/lam-viec$/);
  await mobile.goto(at('/lam-viec/toi'));
  await mobile.getByText('Còn 7 mã dự phòng').waitFor();
  await summary(mobile, 'Lấy mã dự phòng mới').click();
  await button(mobile, 'Lấy mã mới').click();
  expect(await mobile.locator('#ma-du-phong li').count()).toBe(8);

  await openAccount(leader);
  await admin.getByText('Mã xác nhận trên điện thoại: đang bật').waitFor();
  await summary(admin, 'Mất điện thoại hoặc khóa').click();
  await picture(admin, 'factor-reset');
  expect(await faults(admin)).toEqual([]);
  await button(admin, 'Đặt lại bước xác nhận').click();
  await admin.getByRole('checkbox', { name: /gặp trực tiếp/ }).check();
  await button(admin, 'Đặt lại bước xác nhận').click();
  await admin.getByText('Đã đặt lại.').waitFor();
  await mobile.goto(at('/lam-viec'));
  await mobile.waitForURL(/dang-nhap/);
  await signIn(mobile);
});

test('where administrators must have a second factor they are led to it, and nowhere else', async () => {
  await admin.goto(at('/lam-viec/tai-khoan'));
  await admin.getByRole('link', { name: 'Quy định đăng nhập' }).click();
  await button(admin, 'Bật quy định này').click();
  await admin.getByText('Trước hết xin bật mã xác nhận').waitFor();
  await picture(admin, 'rules');
  expect(await faults(admin)).toEqual([]);
  const db = databaseOf(product);
  await sql`update house_rule set admins_need_second_factor = true`.execute(db);
  await admin.goto(at('/lam-viec/don-vi'));
  await admin.waitForURL(/\/lam-viec\/toi$/);
  await admin.getByText('Cần thêm một bước xác nhận').waitFor();
  await picture(admin, 'must-add');
  expect(await faults(admin)).toEqual([]);
  await sql`update house_rule set admins_need_second_factor = false`.execute(db);
  await db.destroy();
  await admin.goto(at('/lam-viec/don-vi'));
  expect(admin.url()).toContain('don-vi');
});

test('a passkey is added, lets in without a password, and is removed', async () => {
  const page = await newPage({ colorScheme: 'dark' });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page);
  await page.goto(at('/lam-viec/toi'));
  await page.getByLabel('Tên khóa').fill('Máy ở trường');
  await page.keyboard.press('Enter');
  await page.getByText('Đã thêm khóa truy cập.').waitFor();
  await picture(page, 'passkeys');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/dang-nhap/);
  await picture(page, 'sign-in');
  expect(await faults(page)).toEqual([]);
  await button(page, 'Vào bằng khóa truy cập').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/lam-viec$/);
  await page.goto(at('/lam-viec/toi'));
  await page.locator('#khoa summary', { hasText: 'Bỏ khóa' }).click();
  await button(page, 'Bỏ khóa này').click();
  await page.getByText('Đã bỏ khóa truy cập.').waitFor();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await button(page, 'Vào bằng khóa truy cập').click();
  await page.getByText('Khóa truy cập này không được nhận.').waitFor();
});
