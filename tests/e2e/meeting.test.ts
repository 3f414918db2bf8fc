import { randomBytes } from 'node:crypto';
import axe from 'axe-core';
import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

const template = 'khao-sat-hai-long-phu-huynh';
const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')))`;

let product: Product;
let browser: Browser;
let desk: Page;
let survey: SurveyView;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await (
    await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  ).newPage();
  await desk.goto(product.example().signIn.organizer);
  await desk.waitForURL(/\/lam-viec$/);
  survey = await drafted('THPT.SONGNINH');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function drafted(unitId: string): Promise<SurveyView> {
  const answer = await desk.request.post(`${product.origin}/lam-viec/api/surveys`, {
    data: { template, bodyId: 'CDGD-TINH', unitId },
    headers: { origin: product.origin },
  });
  return (await answer.json()) as SurveyView;
}

const read = async (): Promise<SurveyView> =>
  (await (await desk.request.get(`${product.origin}/lam-viec/api/surveys/${survey.id}`)).json()) as SurveyView;
const meeting = (of: SurveyView): string => `${product.origin}/lam-viec/khao-sat/${of.id}/hop`;
const shown = (): Promise<string> => desk.locator('main').innerText();
const minutesLeft = (of: SurveyView): number => (new Date(of.closesAt!).getTime() - Date.now()) / 60_000;

async function faults(): Promise<string[]> {
  const found: string[] = [];
  for (const width of [360, 1280]) {
    await desk.setViewportSize({ width, height: 720 });
    await desk.evaluate(axe.source);
    found.push(...(await desk.evaluate<string[]>(run)));
    if (await desk.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1')) found.push('sideways');
  }
  if ((await desk.locator('h1').count()) !== 1) found.push('not one first heading');
  return found;
}

async function answer(times: number): Promise<void> {
  const chance = repeatable(3);
  for (let sheet = 0; sheet < times; sheet++) {
    const response = await fetch(`${product.origin}/api/s/${survey.links[0]!.slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        nonce: randomBytes(24).toString('base64url'),
        answers: answersFor(survey.definition as Definition, chance, 0.6),
      }),
    });
    expect(response.status).toBe(201);
  }
}

test('a draft is opened for five minutes with the keyboard, after reading what it means', async () => {
  await desk.goto(meeting(survey), { waitUntil: 'networkidle' });
  expect(await shown()).not.toMatch(/nên mở ít nhất/);
  expect(await desk.locator('main button').count()).toBe(1);
  expect(await shown()).toContain('Đóng rồi thì không mở lại được');
  expect(await faults()).toEqual([]);
  await picture(desk, 'meeting-start');
  await desk.getByRole('radio', { name: '5 phút', exact: true }).focus();
  await desk.keyboard.press('Space');
  await desk.getByRole('button', { name: 'Mở khảo sát ngay' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByText('Quét mã để trả lời').waitFor();
  survey = await read();
  expect(survey.state).toBe('open');
  expect(minutesLeft(survey)).toBeGreaterThan(4);
  expect(minutesLeft(survey)).toBeLessThanOrEqual(5);
});

test('the room sees a large code, the address and the time left, and nothing else of the desk', async () => {
  expect(await faults()).toEqual([]);
  await picture(desk, 'meeting-open');
  expect(await desk.locator('header').count()).toBe(0);
  expect(await desk.locator('.url').innerText()).toBe(survey.links[0]!.url.replace(/^https?:\/\//, ''));
  expect((await desk.locator('.room img').boundingBox())!.height).toBeGreaterThan(500);
  expect(await desk.getByRole('timer').innerText()).toMatch(/\b[34]:\d\d/);
});

test('answers do not move the page: it says that the number comes after closing', async () => {
  const still = (text: string): string => text.replace(/\d+:\d\d\b/g, '');
  const before = still(await shown());
  await answer(23);
  await desk.reload({ waitUntil: 'networkidle' });
  expect(still(await shown())).toBe(before);
  expect(before).toContain('Số phiếu không hiện khi đang mở');
});

test('five minutes more are one press', async () => {
  const before = survey.closesAt!;
  await desk.getByRole('button', { name: 'Thêm 5 phút' }).click();
  await expect
    .poll(async () => new Date((await read()).closesAt!).getTime() - new Date(before).getTime())
    .toBe(300_000);
});

test('closed, the same page comes to show how many took part', async () => {
  await desk.locator('summary', { hasText: 'Đóng ngay' }).click();
  await desk.getByRole('button', { name: 'Đóng và kiểm đếm' }).click();
  await expect.poll(shown, { timeout: 60_000 }).toMatch(/Xin cảm ơn![\s\S]*\b23\b/);
  expect(await faults()).toEqual([]);
  await picture(desk, 'meeting-over');
});

test('a survey with a link for each of many units is not opened for one meeting', async () => {
  const many = await drafted('SGDDT');
  await desk.goto(meeting(many));
  expect(await shown()).toContain('một liên kết cho mỗi đơn vị');
  expect(await desk.getByRole('button', { name: /^Mở khảo sát ngay/ }).count()).toBe(0);
});

test('a length nobody offers opens nothing', async () => {
  const draft = await drafted('THPT.SONGNINH');
  const form = { minutes: '100000' };
  const answer = await desk.request.post(`${meeting(draft)}?/open`, { form, headers: { origin: product.origin } });
  expect(await answer.text()).toContain('5, 10, 15');
  const now = await desk.request.get(`${product.origin}/lam-viec/api/surveys/${draft.id}`);
  expect(((await now.json()) as SurveyView).state).toBe('draft');
});
