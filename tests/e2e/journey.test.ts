import { randomBytes } from 'node:crypto';
import type { Definition } from '@danban/survey';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

const template = 'khao-sat-hai-long-phu-huynh';
const school = 'THPT.SONGNINH';
/** A phone at the edge of a 2G cell: bytes per second and milliseconds. */
const slow = { offline: false, latency: 800, downloadThroughput: 6_000, uploadThroughput: 3_000 };
const byApi = 10;
const inBrowsers = 2;

let product: Product;
let browser: Browser;
let desk: Page;
let survey: string;
let link: string;
let definition: Definition;
let sheets: Record<string, unknown>[];

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

async function signIn(who: 'organizer' | 'leader'): Promise<Page> {
  const page = await newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(product.example().signIn[who]);
  await page.waitForURL(/\/lam-viec$/);
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name });

/** What a reader of results sees: the sentence of every question and every row of every table. */
async function figures(page: Page): Promise<string[]> {
  return (await page.locator('.finding, table tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

async function definitionBehind(): Promise<Definition> {
  const response = await fetch(`${product.origin}/api/s/${link.split('/').at(-1)}`);
  return ((await response.json()) as { definition: Definition }).definition;
}

/** How often each option was chosen by all twelve: both browsers take the first option of every question. */
function chosen(questionId: string): number[] {
  const question = definition.questions.find(({ id }) => id === questionId);
  if (question?.type !== 'single' && question?.type !== 'scale') throw new Error(`${questionId} has no one choice`);
  return question.options.map(
    ({ id }, position) => sheets.filter((sheet) => sheet[questionId] === id).length + (position === 0 ? inBrowsers : 0),
  );
}

async function answerByApi(answers: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${product.origin}/api/s/${link.split('/').at(-1)}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nonce: randomBytes(24).toString('base64url'), answers }),
  });
  expect(response.status).toBe(201);
}

async function answerInBrowser(page: Page): Promise<void> {
  await page.goto(link, { timeout: 90_000 });
  const choices = await page.locator('form#form :is(input[type=radio], input[type=checkbox])').all();
  const names = new Set(await Promise.all(choices.map(async (input) => (await input.getAttribute('name'))!)));
  for (const name of names) await page.locator(`input[name="${name}"]`).first().check();
  await page.locator('form#form button[type=submit]').click();
  await page.waitForURL(/\/cam-on(#|$)/, { timeout: 90_000 });
  await page.context().close();
}

test('the organizer comes in by her one-time link, which then lets nobody else in', async () => {
  desk = await signIn('organizer');
  await picture(desk, 'desk');
  const other = await newPage();
  await other.goto(product.example().signIn.organizer);
  await other.getByText('Liên kết này đã dùng').waitFor();
  expect(await other.context().cookies()).toEqual([]);
  await other.context().close();
});

test('she makes a survey from the parents’ template and opens it after reading what that means', async () => {
  await desk.getByRole('link', { name: 'Tạo khảo sát' }).first().click();
  expect(await desk.locator('li:visible .why').count()).toBe(0);
  await summary(desk, 'chưa mở được').click();
  expect(await desk.locator('li:visible .why').count()).toBeGreaterThan(0);
  expect(await desk.locator('li:visible .why').first().innerText()).toContain('Hãy chỉ giữ các câu của một vòng');
  await picture(desk, 'templates');
  await desk.locator(`a[href$="mau=${template}"]`).click();
  await desk.getByLabel('Tìm đơn vị').fill('song ninh');
  await desk.keyboard.press('Enter');
  await desk.waitForURL(/tim=song/);
  await picture(desk, 'unit-choice');
  await desk.locator(`a[href$="don-vi=${school}"]`).click();
  await button(desk, 'Tạo bản soạn').click();
  await desk.waitForURL(/\/khao-sat\/[0-9a-f-]{36}$/);
  survey = desk.url();
  await picture(desk, 'draft');
  expect(await button(desk, 'Mở khảo sát này').isVisible()).toBe(false);
  await summary(desk, 'Mở khảo sát').click();
  await picture(desk, 'opening');
  await button(desk, 'Mở khảo sát này').click();
  await desk.getByText('Đang mở', { exact: true }).waitFor();
});

test('she sees the link in full, also on a phone, and its QR code', async () => {
  const shown = desk.locator('#chia-se .url').first();
  await desk.setViewportSize({ width: 360, height: 740 });
  expect(
    await desk.evaluate<boolean>(`(() => {
      const box = document.querySelector('#chia-se .url');
      return box.scrollWidth <= box.clientWidth && getComputedStyle(box).textOverflow === 'clip';
    })()`),
  ).toBe(true);
  await desk.setViewportSize({ width: 1280, height: 800 });
  link = (await shown.innerText()).trim();
  expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{6,}$/);
  const width = await desk.evaluate<number>(`(async () => {
    const image = document.querySelector('#chia-se img');
    await image.decode();
    return image.naturalWidth;
  })()`);
  expect(width).toBeGreaterThan(0);
  await picture(desk, 'open');
  const phone = await newPage();
  await phone.goto(link);
  await picture(phone, 'respondent');
  await phone.context().close();
});

test('twelve people answer: ten through the API, a phone without scripts, a phone on a slow network', async () => {
  definition = await definitionBehind();
  const chance = repeatable(21);
  sheets = Array.from({ length: byApi }, () => answersFor(definition, chance, 0.7));
  await Promise.all(sheets.map(answerByApi));
  const phone = { viewport: { width: 360, height: 740 } };
  await answerInBrowser(await newPage({ ...phone, javaScriptEnabled: false }));
  const far = await newPage(phone);
  const network = await far.context().newCDPSession(far);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', slow);
  const begun = performance.now();
  await answerInBrowser(far);
  expect(performance.now() - begun).toBeGreaterThan(2 * slow.latency);
});

test('she closes it only after saying yes, and the count comes by itself', async () => {
  await desk.goto(survey);
  expect(await button(desk, 'Đóng và kiểm đếm').isVisible()).toBe(false);
  await summary(desk, 'Đóng ngay').click();
  await picture(desk, 'closing');
  await button(desk, 'Đóng và kiểm đếm').click();
  await desk.getByText('Có kết quả', { exact: true }).waitFor({ timeout: 60_000 });
  await picture(desk, 'released');
  const late = await newPage();
  await late.goto(link);
  expect(await late.locator('form#form').count()).toBe(0);
  await picture(late, 'closed');
  await late.context().close();
});

test('the leader reads all twelve, and the public page shows the same figures once published', async () => {
  const leader = await signIn('leader');
  await leader.locator(`a[href="${new URL(survey).pathname}/ket-qua"]`).click();
  await leader.waitForURL(/\/ket-qua$/);
  await leader.waitForLoadState('networkidle');
  await picture(leader, 'leader');
  const read = await figures(leader);
  expect(read[0]).toMatch(/^12 phiếu/);
  for (const id of ['q1', 'q2', 'q6', 'q11']) {
    const counts = await leader.locator(`#${id} tbody tr:not(.soft) td:nth-child(2)`).allInnerTexts();
    expect([id, counts.map(Number)]).toEqual([id, chosen(id)]);
  }
  await summary(desk, 'Công bố').click();
  await button(desk, 'Công bố kết quả').click();
  const url = (await desk.locator('#cong-bo .url').innerText()).trim();
  const visitor = await newPage();
  await visitor.goto(url, { waitUntil: 'networkidle' });
  expect(await figures(visitor)).toEqual(read);
  await picture(visitor, 'public');
});
