import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launch } from '../support/browser.ts';
import { finger, keys, type Hand } from '../support/hand.ts';
import { startProduct, type Product } from '../support/product.ts';

const ways: [string, BrowserContextOptions, (page: Hand['page']) => Hand][] = [
  [
    'by finger on a phone 360 pixels wide',
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    finger,
  ],
  ['by keys alone', { viewport: { width: 1280, height: 800 } }, keys],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe.each(ways)(
  'from the link of the first start to an open survey, with what the screen says, %s',
  (_, look, with_) => {
    let product: Product;
    let admin: Hand;
    let officer: Hand;
    let invitation: string;

    beforeAll(async () => {
      product = await startProduct();
      admin = with_(await (await browser.newContext(look)).newPage());
      officer = with_(await (await browser.newContext(look)).newPage());
    });
    afterAll(() => product?.remove());

    test('the house is set up, and shows what is still missing', async () => {
      const [link] = await vi.waitUntil(() => /http\S+thiet-lap\?ma=\S+/.exec(product.printed()));
      await admin.page.goto(link);
      await admin.write('Tên cơ quan', 'Trường THPT Sông Ninh');
      await admin.write('Họ và tên', 'Nguyễn Văn An');
      await admin.write('Tên đăng nhập', 'an.nguyen');
      await admin.write('Mật khẩu mới', 'mot cau that dai de nho');
      await admin.press('Bắt đầu trống');
      await admin.page.getByText('Chưa có đơn vị trực thuộc').waitFor();
    });

    test('a trade union is added, and its officer invited', async () => {
      await admin.press('Thêm tổ chức');
      await admin.write('Tên', 'Công đoàn Trường THPT Sông Ninh');
      await admin.choose('Loại tổ chức', 'Công đoàn');
      await admin.press(/^Thêm tổ chức$/);
      await admin.page.getByText('Đã thêm Công đoàn Trường THPT Sông Ninh').waitFor();
      await admin.press(/^Tài khoản$/);
      await admin.press('Mời một người');
      await admin.press('Người tổ chức');
      await admin.pick('Công đoàn Trường');
      await admin.write('Họ và tên', 'Trần Thị Hoa');
      await admin.write('Tên đăng nhập', 'hoa');
      await admin.press(/^Tạo tài khoản/);
      invitation = (await admin.page.getByText(/mat-khau\?ma=/).innerText()).trim();
    });

    test('the officer comes in by her link and chooses a password', async () => {
      await officer.page.goto(invitation);
      await officer.write('Mật khẩu mới', 'hoa sen no trong dam');
      await officer.write('Nhập lại mật khẩu', 'hoa sen no trong dam');
      await officer.press('Đặt mật khẩu');
      await officer.page.waitForURL(/\/lam-viec$/);
    });

    test('she makes one of the templates hers and opens it', async () => {
      await officer.press('Tạo khảo sát');
      await officer.press(/hài lòng/);
      await officer.press('Tạo bản soạn');
      await officer.page.waitForURL(/\/khao-sat\/[0-9a-f-]{36}$/);
      await officer.press('Mở khảo sát');
      await officer.press('Mở khảo sát này');
      await officer.page.getByText('Đang mở', { exact: true }).waitFor();
    });

    test('whoever has the link answers, and the poster waits to be printed', async () => {
      const shown = officer.page.getByText(/http\S+\/s\/[a-z0-9]+/).filter({ visible: true });
      const link = /http\S+/.exec(await shown.first().innerText())![0];
      expect((await fetch(link)).status).toBe(200);
      await officer.press(/áp phích/i);
      await officer.page.waitForURL(/\/in/);
    });
  },
);
