import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { deskOf } from '../support/desk.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct } from '../support/product.ts';
import { contact, urgentProduct, type UrgentProduct } from '../support/urgentProduct.ts';

let at: UrgentProduct;
let browser: Browser;

beforeAll(async () => {
  at = await urgentProduct();
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await at?.remove();
});

const visit = visitsOn(() => browser);
const link = (page: Page) => page.getByRole('link', { name: 'Nhắn tin khẩn' });
const letters = () => expect.poll(() => at.office.delivered.length, { timeout: 10_000 });

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('beside the form somebody writes what cannot wait, in a page of its own, and it is delivered, %s', (_, scripts) =>
  visit(
    async (page, context) => {
      const before = at.office.delivered.length;
      await page.goto(at.url);
      expect(await link(page).count()).toBe(2);
      const [urgent] = await Promise.all([context.waitForEvent('page'), link(page).first().click()]);
      await urgent.getByRole('heading', { name: 'Nhắn tin khẩn' }).waitFor();
      const said = await urgent.textContent('main');
      for (const words of ['111', '113', '115', contact.name, contact.phone, 'không thuộc phiếu', 'không ẩn danh'])
        expect(said).toContain(words);
      expect(said).not.toContain(contact.email);
      if (scripts) expect(await faultsOf(urgent)).toEqual([]);
      await urgent.getByLabel('Chuyện gì đang xảy ra?').fill('Có bạn bị đánh ở cổng sau.');
      await urgent.getByLabel('Nếu muốn được liên hệ lại').fill('0912 345 678');
      await urgent.getByRole('button', { name: 'Gửi tin khẩn' }).click();
      await urgent.getByRole('heading', { name: 'Đã nhận tin khẩn' }).waitFor();
      expect(urgent.url()).toContain(`${at.url}/khan/da-nhan`);
      if (scripts) expect(await faultsOf(urgent)).toEqual([]);
      await letters().toBe(before + 1);
      const { to, text } = at.office.delivered.at(-1)!;
      expect(to).toBe(contact.email);
      for (const words of ['Có bạn bị đánh ở cổng sau.', '0912 345 678']) expect(text).toContain(words);
      expect(await context.cookies()).toEqual([]);
    },
    { javaScriptEnabled: scripts },
  ),
);

test('an empty message is not sent, and what was written stays', () =>
  visit(async (page) => {
    await page.goto(`${at.url}/khan?lang=en`);
    await page.getByLabel('If you want to be contacted').fill('a@b.vn');
    await page.getByRole('button', { name: 'Send the urgent message' }).click();
    await page.waitForSelector('#errors:focus');
    expect(page.url()).toBe(`${at.url}/khan?lang=en#errors`);
    expect(await page.getByLabel('If you want to be contacted').inputValue()).toBe('a@b.vn');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Please write a few lines' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('message');
  }));

test('the thanks page leads there as well', () =>
  visit(async (page) => {
    await page.goto(`${at.url}/cam-on`);
    expect(await link(page).getAttribute('href')).toBe(`${new URL(at.url).pathname}/khan`);
    expect(await faultsOf(page)).toEqual([]);
  }));

test('an administrator names who reads it and takes the name away; then pages show the numbers alone', () =>
  visit(async (page, context) => {
    await context.addCookies([at.admin.session]);
    await page.goto(`${at.product.origin}/lam-viec/don-vi/tin-khan`);
    expect(await page.getByLabel('Địa chỉ e-mail').inputValue()).toBe(contact.email);
    expect(await faultsOf(page)).toEqual([]);
    const before = at.office.delivered.length;
    await page.getByRole('button', { name: 'Gửi thư thử' }).click();
    await page.getByText('Máy chủ thư đã nhận thư thử').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(at.office.delivered.slice(before).map(({ text }) => text.trim().slice(0, 15))).toEqual(['ĐÂY LÀ THƯ THỬ.']);
    await page.getByLabel('Số điện thoại').fill('không có');
    await page.getByRole('button', { name: 'Lưu người nhận' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Số điện thoại').fill('');
    await page.getByLabel('Địa chỉ e-mail').fill('bao.ve@truong.edu.vn');
    await page.getByRole('button', { name: 'Lưu người nhận' }).click();
    await page.getByText('Đã lưu. Các khảo sát').waitFor();
    await page.getByText('Thôi nêu người nhận…').click();
    await page.getByRole('button', { name: 'Thôi nêu người nhận này' }).click();
    await page.getByText('Chưa nêu người nhận').waitFor();
    await expect
      .poll(async () => (await (await fetch(at.url)).text()).includes('/khan'), { timeout: 10_000 })
      .toBe(false);
    const shown = await (await fetch(at.url)).text();
    for (const number of ['111', '113', '115']) expect(shown).toContain(`tel:${number}`);
    expect(await (await fetch(`${at.url}/khan`)).text()).toContain('Ở đây không nhắn tin khẩn được');
    await at.admin.send('PUT', '/urgent-contact', contact);
  }));

test('without mail the editor says why it cannot be turned on', async () => {
  const product = await startProduct({ example: true });
  try {
    const organizer = await deskOf(product, 'organizer');
    const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
    const { id } = (await (await organizer.send('POST', '/surveys', where)).json()) as SurveyView;
    await visit(async (page, context) => {
      await context.addCookies([organizer.session]);
      await page.goto(`${product.origin}/lam-viec/khao-sat/${id}`);
      const box = page.locator('input[name=urgent]');
      expect([await box.isDisabled(), await box.isChecked()]).toEqual([true, false]);
      expect(await page.locator('#urgent-hint').textContent()).toContain('hệ thống chưa có dịch vụ gửi thư');
    });
  } finally {
    await product.remove();
  }
});

test('with mail and a name it is on from the template, and can be turned off', async () => {
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const { id } = (await (await at.organizer.send('POST', '/surveys', where)).json()) as SurveyView;
  await visit(
    async (page, context) => {
      await context.addCookies([at.organizer.session]);
      await page.goto(`${at.product.origin}/lam-viec/khao-sat/${id}`);
      const box = page.locator('input[name=urgent]');
      expect([await box.isDisabled(), await box.isChecked()]).toEqual([false, true]);
      await page.locator('form.alive').waitFor();
      await page.getByText('Hỏi ai, bằng cách nào, cần bao nhiêu phiếu').click();
      await box.uncheck();
      const urgent = async () => ((await at.organizer.survey(id)).definition as { urgent?: true }).urgent;
      await expect.poll(urgent, { timeout: 10_000 }).toBeUndefined();
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

test('an organizer looks at that page as respondents will see it, from the sheet in the frame or a page of its own; nothing is sent', async () => {
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const { id } = (await (await at.organizer.send('POST', '/surveys', where)).json()) as SurveyView;
  const draft = `${at.product.origin}/lam-viec/khao-sat/${id}`;
  const before = at.office.delivered.length;
  const words = (of: Page) => of.locator('main').innerText();
  await visit(
    async (page, context) => {
      await page.goto(`${at.url}/khan`);
      const respondents = await words(page);
      await context.addCookies([at.organizer.session]);
      await page.goto(`${draft}/xem-thu`);
      const [urgent] = await Promise.all([context.waitForEvent('page'), link(page).first().click()]);
      await urgent.waitForURL(`${draft}/xem-thu/khan`);
      for (const note of await urgent.locator('main > p.note').all())
        expect(await note.textContent()).toContain('không gửi');
      const notSent = 'Đây là bản xem thử: không có gì được gửi đi.';
      await urgent.getByText(notSent).waitFor();
      expect(await faultsOf(urgent)).toEqual([]);
      await urgent.getByLabel('Chuyện gì đang xảy ra?').fill('Chỉ thử.');
      const asked: string[] = [];
      urgent.on('request', (request) => asked.push(request.url()));
      await urgent.getByRole('button', { name: 'Gửi tin khẩn' }).click();
      await urgent.locator('.note', { hasText: /bản xem thử/i }).evaluateAll((notes) => {
        for (const note of notes) (note as { remove(): void }).remove();
      });
      expect(await words(urgent)).toBe(respondents);
      expect([urgent.url(), asked]).toEqual([`${draft}/xem-thu/khan`, []]);
      await urgent.getByRole('link', { name: 'English' }).click();
      await urgent.getByText('Send the urgent message').waitFor();
      await urgent.getByRole('link', { name: 'Back to the survey' }).click();
      await urgent.waitForURL(`${draft}/xem-thu?phieu=en`);
      await page.goto(draft);
      const inFrame = page.frameLocator('iframe').getByRole('link', { name: 'Nhắn tin khẩn' });
      const [fromFrame] = await Promise.all([context.waitForEvent('page'), inFrame.first().click()]);
      await fromFrame.waitForURL(`${draft}/xem-thu/khan`);
    },
    { viewport: { width: 1280, height: 900 } },
  );
  expect(at.office.delivered).toHaveLength(before);
  const running = await fetch(`${at.product.origin}/lam-viec/khao-sat/${at.survey.id}/xem-thu/khan`, {
    headers: { cookie: at.organizer.cookie },
  });
  expect(running.status).toBe(404);
});
