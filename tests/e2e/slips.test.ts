import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrintedSlipsView, SlipsView, SurveyView } from '@danban/contract';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { faultsOf } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { receiptCode } from '../support/receipts.ts';
import { startProduct, type Product } from '../support/product.ts';
import { readIn } from '../support/qr.ts';

const template = 'khao-sat-thuc-hien-quy-che-dan-chu';
const heaviest = 30 * 1024;

let product: Product;
let browser: Browser;
let desk: Desk;
let survey: SurveyView;
let url: string;
let codes: string[];

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  survey = await openedByCode();
  url = survey.links[0]!.url;
  codes = await printed(survey, 12);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function openedByCode(unitId = 'THPT.SONGNINH'): Promise<SurveyView> {
  const made = await desk.send('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId });
  const { id } = (await made.json()) as SurveyView;
  const closesAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
  return (await (await desk.send('POST', `/surveys/${id}/open`, { closesAt })).json()) as SurveyView;
}

async function printed({ id }: SurveyView, count: number): Promise<string[]> {
  const { units } = (await (await desk.send('GET', `/surveys/${id}/slips`)).json()) as SlipsView;
  const wanted = [{ position: units[0]!.position, count }];
  const answer = await desk.send('POST', `/surveys/${id}/slips`, { units: wanted });
  return ((await answer.json()) as PrintedSlipsView).units[0]!.codes;
}

const visit = visitsOn(() => browser);

/** The choices of the first thing that is asked. */
const first = (page: Page, nth = 0) => page.locator('form#form .row').first().locator('input[type=radio]').nth(nth);
const send = (page: Page) => page.locator('form#form button[type=submit]');
const field = (page: Page) => page.getByLabel('Gõ mã in trên phiếu mã');

test('a scanned slip fills in its code and leaves the address at once; the device keeps no code', () =>
  visit(async (page, context) => {
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    const code = codes[0]!;
    await page.goto(`${url}#${code}`);
    await expect.poll(() => field(page).inputValue()).toBe(code);
    expect(await page.evaluate('location.href')).toBe(url);
    expect(await field(page).getAttribute('autocomplete')).toBe('off');
    // The page in the other language has it as well, and its address has not.
    for (const address of [`${url}?lang=en`, url]) {
      await page.locator('header a[hreflang]').click();
      await page.waitForURL(address);
      await expect.poll(() => page.locator('#code-1').inputValue()).toBe(code);
    }
    await first(page).check();
    const kept = () => page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])');
    expect(await kept()).toContain('q1');
    expect(await kept()).not.toContain(code.slice(0, 5));
    await picture(page, 'slip-answer');
    expect(await faultsOf(page)).toEqual([]);
    await answerAll(page);
    await send(page).click();
    await page.waitForURL('**/cam-on');
    const posts = asked.filter((request) => request.method() === 'POST');
    expect(posts.map((request) => (request.postDataJSON() as { code: string }).code)).toEqual([code]);
    expect(await posts[0]!.allHeaders()).not.toHaveProperty('referer');
    expect(asked.filter((request) => request.url().includes(code.slice(0, 5)))).toEqual([]);
    expect(await kept()).not.toContain(code.slice(0, 5));
    // The urn alone knows where the slip counts; the receipt holds all the same.
    await receiptCode(page);
    await picture(page, 'slip-receipt');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('#receipt .doubt').isVisible()).toBe(false);
    expect(await context.cookies()).toEqual([]);
  }));

test('with scripts, a wrong group is named beside the field, and a used slip is not thanked for', () =>
  visit(async (page) => {
    const code = codes[1]!;
    await page.goto(url);
    await answerAll(page);
    await send(page).click();
    await page.waitForSelector('#errors:focus');
    expect(await page.locator('#code .error').textContent()).toContain('Chưa gõ mã');
    await field(page).fill(code.slice(0, 9) + (code[9] === 'X' ? 'Y' : 'X') + code.slice(10));
    await send(page).click();
    await page.locator('#code .error', { hasText: 'Nhóm thứ 2 của mã chưa đúng' }).waitFor();
    await page.locator('#errors a').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('code-1');
    await picture(page, 'slip-wrong-group');
    expect(await faultsOf(page)).toEqual([]);
    await field(page).fill(code.toLowerCase().replaceAll('-', ' '));
    await send(page).click();
    await page.waitForURL('**/cam-on');
    await page.goto(`${url}#${code}`);
    await answerAll(page);
    await first(page, 1).check();
    await send(page).click();
    await page.locator('#code .error', { hasText: 'Phiếu mã này đã dùng rồi' }).waitFor();
    expect(page.url()).toBe(url);
  }));

test('without scripts, the code is typed, its error stands beside it, and every answer stays', () =>
  visit(
    async (page) => {
      const code = codes[2]!;
      await page.goto(`${url}#${code}`);
      expect(await field(page).inputValue()).toBe('');
      await answerAll(page);
      await field(page).fill(code.slice(0, 17));
      await send(page).click();
      await page.waitForSelector('#errors:focus');
      expect(await page.title()).toMatch(/^Còn 1 chỗ cần xem lại/);
      expect(await page.locator('#code .error').textContent()).toBe('Còn thiếu nhóm thứ 4 của mã.');
      expect(await field(page).inputValue()).toBe(code.slice(0, 17));
      expect(await first(page).isChecked()).toBe(true);
      await picture(page, 'slip-no-script');
      expect(await page.getByRole('link', { name: 'Mã phiếu: Còn thiếu nhóm thứ 4 của mã.' }).count()).toBe(1);
      await field(page).fill('00000-00000-00000-00000');
      await send(page).click();
      await page.locator('#code .error', { hasText: 'Các nhóm' }).waitFor();
      await field(page).fill(code.replaceAll('-', ''));
      await send(page).click();
      await page.waitForURL(/\/cam-on(#|$)/);
      // The very answers of before, or others: whoever has the code is told one thing.
      for (const nth of [0, 1]) {
        await page.goto(url);
        await answerAll(page);
        await first(page, nth).check();
        await field(page).fill(code);
        await send(page).click();
        await page.locator('#code .error', { hasText: 'Phiếu mã này đã dùng rồi' }).waitFor();
      }
      expect(await first(page, 1).isChecked()).toBe(true);
      const elsewhere = (await printed(await openedByCode(), 1))[0]!;
      await field(page).fill(elsewhere);
      await send(page).click();
      await page.locator('#code .error', { hasText: 'không thuộc khảo sát này' }).waitFor();
    },
    { javaScriptEnabled: false },
  ));

test('a first visit costs at most 30 kB and is the same for every slip', async () => {
  const pages = await Promise.all(['', `#${codes[3]!}`].map(async (behind) => (await fetch(url + behind)).text()));
  expect(pages[0]).toBe(pages[1]);
  await visit(async (page, context) => {
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await page.goto(`${url}#${codes[3]!}`, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(heaviest);
  });
});

test('before the opening a slip says from when on, and its code leaves the address', () =>
  visit(async (page) => {
    const made = await desk.send('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' });
    const { id } = (await made.json()) as SurveyView;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await desk.send('POST', `/surveys/${id}/schedule`, { opensAt: inDays(2), closesAt: inDays(20) });
    const waiting = await desk.survey(id);
    const [code] = await printed(waiting, 1);
    await page.goto(`${waiting.links[0]!.url}#${code!}`);
    await page.getByRole('heading', { name: 'Khảo sát chưa mở' }).waitFor();
    await expect.poll(() => page.evaluate('location.hash')).toBe('');
  }));

/** The organizer at her desk. */
async function atDesk(run: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addCookies([desk.session]);
  try {
    await run(await context.newPage());
  } finally {
    await context.close();
  }
}

const fromSurveyPage = async (page: Page, { id }: SurveyView): Promise<void> => {
  await page.goto(`${product.origin}/lam-viec/khao-sat/${id}`);
  await page
    .getByRole('link', { name: /phiếu mã/i })
    .first()
    .click();
  await page.waitForURL('**/phieu-ma');
};

test('slips are printed from the survey’s page, read by a camera, and cannot be shown again', () =>
  atDesk(async (page) => {
    const many = await openedByCode('SGDDT');
    await page.goto(`${product.origin}/lam-viec/khao-sat/${many.id}`);
    await page.getByText('Chưa in phiếu mã nào').waitFor();
    await picture(page, 'slips-survey');
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${product.origin}/lam-viec/khao-sat/${many.id}/in`);
    expect(await page.locator('article').innerText()).toContain('Cần có phiếu mã: xin nhận ở');
    await picture(page, 'slips-poster');
    await fromSurveyPage(page, many);
    const wanted = page.locator('input[name^="phieu."]');
    const fields = await wanted.count();
    expect(fields).toBeGreaterThan(4);
    for (const one of await wanted.all()) await one.fill('');
    await wanted.nth(0).fill('9');
    await wanted.nth(1).fill('3');
    await picture(page, 'slips-make');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('summary', { hasText: 'In phiếu mã…' }).click();
    expect(await page.getByText('Mã chỉ hiện một lần').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Tạo mã và xem tờ in' }).click();
    await page.getByText('12 phiếu mã để in').waitFor();
    expect(await page.locator('.slips article').count()).toBe(12);
    expect(await page.locator('.slips header h2').count()).toBe(2);
    await picture(page, 'slips-sheets');
    expect(await faultsOf(page)).toEqual([]);
    const shown = await page.locator('.slips .code').allInnerTexts();
    const [one, ...others] = shown.map((text) => text.trim().split(/\s+/).join('-'));
    expect(new Set([one, ...others]).size).toBe(12);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1031 });
    const slip = page.locator('.slips article').first();
    expect(await readIn(await slip.screenshot({ scale: 'css' }))).toEqual([`${many.links[0]!.url}#${one!}`]);
    await page.screenshot({ path: new URL('../output/slips-paper.png', import.meta.url).pathname, fullPage: true });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // Nine under a cover take two sheets, three take one.
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'Đã in xong, đóng tờ in' }).click();
    await wanted.first().waitFor();
    const group = one!.split('-')[0]!;
    expect(await page.content()).not.toContain(group);
    await page.goBack();
    await page.goForward();
    await page.reload();
    expect(await page.content()).not.toContain(group);
    expect(await page.locator('tbody tr').first().innerText()).toContain('9');
  }));

test('a slip is exchanged by its code, and a wrong or used one is refused at the field', () =>
  atDesk(async (page) => {
    await fromSurveyPage(page, survey);
    const code = page.getByLabel('Mã của phiếu cần hủy');
    const press = () => page.getByRole('button', { name: 'Hủy phiếu này' }).click();
    await code.fill(codes[10]!.slice(0, 11));
    await press();
    await page.locator('#code-error').waitFor();
    expect(await page.locator('#code-error').innerText()).toContain('nhóm');
    await code.fill(codes[0]!);
    await press();
    await page.getByRole('alert').filter({ hasText: 'đã dùng nên không hủy được' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'slips-void');
    await code.fill(codes[10]!);
    await press();
    await page.getByText('Đã hủy phiếu mã đó').waitFor();
    expect(await page.locator('.slips article').count()).toBe(1);
  }));

test('without scripts slips are printed as well', () =>
  atDesk(
    async (page) => {
      await fromSurveyPage(page, survey);
      await page.locator('input[name^="phieu."]').first().fill('2');
      await page.locator('summary', { hasText: 'In phiếu mã…' }).click();
      await page.getByRole('button', { name: 'Tạo mã và xem tờ in' }).click();
      await page.getByText('2 phiếu mã để in').waitFor();
      expect(await page.locator('.slips svg path').count()).toBe(2);
    },
    { javaScriptEnabled: false },
  ));

test('the editor says in plain words what each way in means', () =>
  atDesk(async (page) => {
    const made = await desk.send('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' });
    const { id } = (await made.json()) as SurveyView;
    await page.goto(`${product.origin}/lam-viec/khao-sat/${id}`);
    await page.locator('.bar.alive').waitFor();
    await page.locator('summary', { hasText: 'Hỏi ai, bằng cách nào' }).click();
    const chosen = page.getByLabel('Cách vào trả lời').locator('option:checked');
    expect(await chosen.textContent()).toContain('Phiếu mã in sẵn');
    for (const words of [
      'Ai có liên kết đều trả lời được',
      'Mỗi đơn vị gửi liên kết',
      'để mỗi người tự rút',
      'Mời từng người',
    ])
      expect(await page.locator('dl', { hasText: words }).first().isVisible()).toBe(true);
    await picture(page, 'slips-doors');
    expect(await faultsOf(page)).toEqual([]);
  }));
