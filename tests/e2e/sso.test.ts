import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { faultsAtWidths } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { freePort, startProduct, type Product } from '../support/product.ts';
import { startProvider, type ProviderProcess } from '../support/sso/provider.ts';

let product: Product;
let browser: Browser;
let provider: ProviderProcess;
let providerPort: number;

const email = 'lan@truong.edu.vn';
const people = {
  lan: { email, email_verified: true },
  'lanh-dao': { email: 'lanh.dao@so.edu.vn', email_verified: true },
  la: { email: 'nguoi.la@noi.khac.vn', email_verified: true },
};

beforeAll(async () => {
  const port = await freePort();
  providerPort = await freePort();
  product = await startProduct({
    example: true,
    port,
    env: {
      DANBAN_OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
      DANBAN_OIDC_CLIENT_ID: 'danban',
      DANBAN_OIDC_CLIENT_SECRET: 'bi mat: cua+Dan/Ban%',
      DANBAN_OIDC_NAME: 'Sở GDĐT',
    },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await provider?.stop();
  await product?.remove();
});

const at = (path: string): string => product.origin + path;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const signInLink = (page: Page) => page.getByRole('link', { name: 'Đăng nhập bằng Sở GDĐT', exact: true });

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

const faults = (page: Page): Promise<string[]> => faultsAtWidths(page, [360, 1280]);

async function signInThere(page: Page, who: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(who);
  await page.getByPlaceholder('and password').fill('x');
  await page.keyboard.press('Enter');
}

/** Whether the product has seen that the provider is there. */
async function canBegin(): Promise<boolean> {
  const answer = await fetch(at('/lam-viec/api/sso/begin'), {
    method: 'POST',
    headers: { origin: product.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ place: null, anew: false }),
  });
  return answer.ok;
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

test('while the provider is away the page says so, and every other way in is there', async () => {
  const page = await newPage();
  await page.goto(at('/lam-viec/dang-nhap'));
  await signInLink(page).click();
  await page.getByText('Chưa nối được với hệ thống đăng nhập chung').waitFor();
  expect(await page.getByLabel('Tên đăng nhập').isVisible()).toBe(true);
  await picture(page, 'sso-away');
  expect(await faults(page)).toEqual([]);
  await page.goto(at('/lam-viec/dang-nhap?tu-choi=<b>evil</b>'));
  expect(await page.locator('[role=alert]').count()).toBe(0);
  provider = await startProvider('honest', product.origin, providerPort);
  await provider.tell(people);
  await vi.waitUntil(canBegin, { timeout: 15_000, interval: 500 });
});

let admin: Desk;

test('somebody invited by her address signs in at the provider and lands on her desk, on a phone without scripts', async () => {
  admin = await deskOf(product, 'admin');
  const unitId = ((await (await admin.send('GET', '/me')).json()) as { grants: { unitId: string }[] }).grants[0]!
    .unitId;
  const grants = [{ role: 'leader', unitId, bodyId: null }];
  expect((await admin.send('POST', '/accounts', { name: 'Trần Thị Lan', login: email, grants })).status).toBe(201);
  const page = await newPage(phone);
  // Where to go afterwards is a name from a list: this is none.
  await page.goto(at('/lam-viec/dang-nhap?tiep=//evil.example'));
  await picture(page, 'sso-sign-in');
  await signInLink(page).click();
  await signInThere(page, 'lan');
  await page.waitForURL(/\/lam-viec$/);
  expect(await page.getByRole('link', { name: /Trần Thị Lan/ }).isVisible()).toBe(true);
  await picture(page, 'sso-desk');
  await page.goto(at('/lam-viec/toi'));
  await page.getByText('qua đăng nhập một lần').waitFor();
  // The provider did not say when she proved who she is.
  expect(await button(page, 'Bật mã xác nhận').count()).toBe(0);
  await picture(page, 'sso-own');
  await page.getByRole('link', { name: 'Đăng nhập lại để thay đổi' }).first().click();
  await signInLink(page).click();
  await signInThere(page, 'lan');
  await page.waitForURL(/\/lam-viec\/toi$/);
  await button(page, 'Bật mã xác nhận').waitFor();
});

test('a person links her account from inside, after seeing whom she lets in, and comes in by it without a question', async () => {
  const page = await newPage({ colorScheme: 'dark' });
  await page.goto(product.example().signIn.leader);
  await page.waitForURL(/\/lam-viec$/);
  await page.goto(at('/lam-viec/toi'));
  await page.getByRole('link', { name: 'Nối với Sở GDĐT' }).click();
  await signInThere(page, 'lanh-dao');
  await page.getByText('lanh.dao@so.edu.vn').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await picture(page, 'sso-confirm');
  expect(await faults(page)).toEqual([]);
  await button(page, 'Đúng là tôi, nối').click();
  await page.getByText('Đã nối. Lần sau anh/chị vào được bằng Sở GDĐT.').waitFor();
  await picture(page, 'sso-linked');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/dang-nhap/);
  await signInLink(page).click();
  await page.waitForURL(/\/lam-viec$/);
});

test('an administrator sees that an account is linked, and removes the link', async () => {
  const context = await browser.newContext();
  await context.addCookies([admin.session]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(at('/lam-viec/tai-khoan'));
  await page.getByRole('link', { name: 'Lãnh đạo Sở Giáo dục và Đào tạo', exact: true }).click();
  await page.locator('summary', { hasText: 'Bỏ nối đăng nhập một lần' }).click();
  await picture(page, 'sso-account');
  expect(await faults(page)).toEqual([]);
  await button(page, 'Bỏ nối').click();
  await page.getByText('Đã bỏ nối. Tài khoản này đã thoát ở mọi nơi.').waitFor();
  expect(await page.getByText('Đăng nhập một lần: đã nối.').count()).toBe(0);
});

test('whom nobody has invited is told whom to ask, and a page of others leads nobody to the provider', async () => {
  const page = await newPage();
  await page.goto(at('/lam-viec/dang-nhap'));
  await signInLink(page).click();
  await signInThere(page, 'la');
  await page.getByText('xin hỏi người quản trị Dân Bàn ở đơn vị mình').waitFor();
  await picture(page, 'sso-nobody');
  expect(await faults(page)).toEqual([]);
  await page.goto(`${provider.settings.issuer}/.well-known/openid-configuration`);
  await page.evaluate(`location.href = '${at('/lam-viec/dang-nhap/mot-lan')}'`);
  await page.waitForURL(/\/lam-viec\/dang-nhap$/);
});
