import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import type { Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';
import { answerHouse, type AnswerHouse } from '../support/repliesProduct.ts';

let product: Product;
let browser: Browser;
let house: AnswerHouse;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  house = await answerHouse(product);
  await house.group('Khoán xăng xe theo ki-lô-mét', 'xang xe', 1);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function pageOf({ session }: Desk, plain = false): Promise<Page> {
  const wish = plain ? { javaScriptEnabled: false, viewport: { width: 360, height: 740 } } : {};
  const context = await browser.newContext(wish);
  await context.addCookies([session]);
  return context.newPage();
}

const at = (query = ''): string => `${product.origin}/lam-viec/khao-sat/${house.survey.id}/tra-loi${query}`;
const promise = 'Niêm yết định mức văn phòng phẩm của từng tổ chuyên môn tại phòng hội đồng.';
const why = 'Mức khoán mới tính theo số ki-lô-mét đi thực tế, có bảng kê từng chuyến kèm theo.';

test('from a loose opinion to the public page: grouped, assigned, proposed, checked, approved and published', async () => {
  // At the desk, by the keyboard: what is alike is found without marks, chosen, named, and all of it can be undone.
  const organizer = await pageOf(house.organizer);
  await organizer.goto(at('?phan=chua-xep'), { waitUntil: 'networkidle' });
  await organizer.keyboard.press('/');
  await organizer.keyboard.type('van phong pham');
  await organizer.keyboard.press('Enter');
  await organizer.waitForURL(/tim-y-kien=van/);
  const ticks = organizer.locator('[data-opinion]');
  expect(await ticks.count()).toBe(15);
  await organizer.locator('body').evaluate('document.activeElement.blur()');
  for (let place = 0; place < 15; place++) {
    await organizer.keyboard.press('j');
    await organizer.keyboard.press('Space');
  }
  await organizer.keyboard.press('n');
  await organizer.keyboard.type('Định mức văn phòng phẩm');
  await organizer.keyboard.press('Enter');
  await organizer.getByText('Đã lưu thay đổi của các nhóm.').waitFor();
  await organizer.locator('[data-theme]', { hasText: 'Định mức văn phòng phẩm' }).waitFor();
  await organizer.keyboard.press('u');
  await organizer.getByText('Đã hoàn tác.').waitFor();
  expect(await organizer.locator('[data-theme]').count()).toBe(1);
  for (const tick of await ticks.all()) await tick.check();
  await organizer.getByLabel('Lập nhóm mới với các ý kiến đã chọn').fill('Định mức văn phòng phẩm');
  await organizer.getByRole('button', { name: 'Lập nhóm' }).click();
  await organizer.getByText('Đã lưu thay đổi của các nhóm.').waitFor();

  // The last loose opinion goes where it is suggested.
  await organizer.goto(at('?phan=chua-xep'), { waitUntil: 'networkidle' });
  await organizer.getByRole('button', { name: 'Đưa vào “Khoán xăng xe theo ki-lô-mét”' }).click();
  await organizer.getByText('Đã đưa vào nhóm.').waitFor();

  // By the keyboard from theme to theme; each is assigned.
  await organizer.goto(at(), { waitUntil: 'networkidle' });
  for (const title of ['Khoán xăng xe theo ki-lô-mét', 'Định mức văn phòng phẩm']) {
    await organizer.keyboard.press('j');
    await organizer.getByRole('heading', { name: title }).waitFor();
    // Whoever goes along the list stays where she is in it.
    expect(await organizer.locator('[data-theme]:focus').getAttribute('aria-current')).toBe('true');
    await organizer.getByLabel('Giao cho').selectOption({ label: 'Phạm Văn Soạn (Người soạn thảo)' });
    await organizer.getByRole('button', { name: 'Giao', exact: true }).click();
    await organizer.getByText('Đã giao.', { exact: true }).waitFor();
    await organizer.locator('body').focus();
  }

  // On a phone without scripts: an empty phrase is refused and stays to be corrected, a reason is taken.
  const drafter = await pageOf(house.drafter, true);
  for (const title of ['Khoán xăng xe theo ki-lô-mét', 'Định mức văn phòng phẩm']) {
    await drafter.goto(at('?loc=cho-toi'));
    await drafter.getByRole('link', { name: title }).click();
    await drafter.getByLabel('Giải trình, không tiếp thu').check();
    await drafter.getByLabel('Lời giải thích').fill('Xin tiếp thu ý kiến của quý vị, xin trân trọng cảm ơn.');
    await drafter.getByRole('button', { name: 'Đề xuất câu trả lời' }).click();
    expect(await drafter.getByText('chưa còn lời giải thích nào').count()).toBeGreaterThan(0);
    expect(await drafter.getByLabel('Lời giải thích').inputValue()).toContain('trân trọng cảm ơn');
    await drafter.getByLabel('Lời giải thích').fill(why);
    if (title === 'Định mức văn phòng phẩm') {
      await drafter.getByText('Kèm cam kết (nếu có)').click();
      await drafter.getByLabel('Việc sẽ làm').fill(promise);
      await drafter.getByLabel('Chịu trách nhiệm').fill('Tổ Văn phòng');
      await drafter.getByRole('button', { name: 'Đề xuất câu trả lời' }).click();
      await drafter.getByRole('link', { name: 'Xin chọn ngày phải xong.' }).waitFor();
      expect(await drafter.getByLabel('Việc sẽ làm').inputValue()).toBe(promise);
      await drafter.getByLabel('Phải xong đến hết ngày').fill('2099-06-30');
    }
    await drafter.getByRole('button', { name: 'Đề xuất câu trả lời' }).click();
    expect(await drafter.getByText('Đã đề xuất.').count()).toBe(1);
  }

  for (const [desk, button] of [
    [house.union, 'Đã kiểm tra, đồng ý'],
    [house.leader, 'Duyệt câu trả lời'],
  ] as const) {
    const page = await pageOf(desk, true);
    for (let left = 2; left > 0; left--) {
      await page.goto(at('?loc=cho-toi'));
      await page.locator('[data-theme]').first().click();
      await page.getByRole('button', { name: button }).click();
    }
  }

  // The lock says what is left, then opens.
  await organizer.goto(at(), { waitUntil: 'networkidle' });
  await organizer.getByText('phần ý kiến chưa được công bố').waitFor();
  await house.organizer.send('POST', `/surveys/${house.survey.id}/comments/publication`, {});
  await organizer.reload({ waitUntil: 'networkidle' });
  await organizer.locator('summary', { hasText: 'Công bố trả lời' }).click();
  await organizer.getByRole('button', { name: 'Công bố trả lời' }).click();
  await organizer.getByText('Đã công bố các câu trả lời.').waitFor();

  const anybody = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await anybody.goto(house.survey.resultsUrl!);
  const section = anybody.locator('#tra-loi');
  expect(await section.innerText()).toContain('Nhận được 30 = đã trả lời 30 + đang chờ 0');
  expect(await section.getByText(why).count()).toBe(2);

  await drafter.goto(`${product.origin}/lam-viec/khao-sat/${house.survey.id}/cam-ket`);
  await drafter.getByRole('link', { name: /^Báo đã thực hiện/ }).click();
  await drafter.getByLabel('Đã làm gì').fill('Đã làm xong.');
  await drafter.getByRole('button', { name: 'Báo đã thực hiện' }).click();
  await drafter.getByRole('alert').getByRole('link', { name: 'Xin viết cụ thể đã làm gì' }).waitFor();
  await drafter.getByLabel('Đã làm gì').fill('Đã niêm yết định mức của từng tổ tại phòng hội đồng, có biên bản.');
  await drafter.getByRole('button', { name: 'Báo đã thực hiện' }).click();
  await drafter.getByRole('status').getByText('Đã ghi nhận minh chứng.').waitFor();
  await anybody.reload();
  await anybody.locator('#cam-ket').getByText('Đã thực hiện 1 · quá hạn 0 · đang thực hiện 0').waitFor();
  expect(await section.innerText()).not.toMatch(/Phạm Văn Soạn|Trần Thị Thu|Vũ Thị/);
}, 180_000);
