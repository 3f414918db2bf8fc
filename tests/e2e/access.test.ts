import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { faultsOf } from '../support/faults.ts';
import { startProduct, type ExampleLinks, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let links: ExampleLinks;
let desk: BrowserContext;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  links = product.example();
  desk = await signIn(links.signIn.admin);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function signIn(link: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL(/\/lam-viec$/);
  await page.close();
  return context;
}

const at = (path: string): string => product.origin + path;

async function faults(page: Page, url: string): Promise<string[]> {
  await page.goto(url, { waitUntil: 'networkidle' });
  return faultsOf(page);
}

async function faultsEverywhere(context: BrowserContext, urls: string[]): Promise<string[]> {
  const found: string[] = [];
  const page = await context.newPage();
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const url of urls) found.push(...(await faults(page, url)));
  }
  await page.close();
  return found;
}

test('public and respondents’ pages hold WCAG 2.2 AA on a phone, a tablet and a desk, light and dark', async () => {
  const urls = [
    at('/'),
    links.survey,
    `${links.survey}?lang=en`,
    `${links.survey}/cam-on`,
    links.results,
    at('/nowhere'),
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    expect(await faultsEverywhere(context, urls)).toEqual([]);
    await context.close();
  }
});

test('the administrator’s pages hold WCAG 2.2 AA', async () => {
  const urls = ['/lam-viec', '/lam-viec/tai-khoan', '/lam-viec/tai-khoan/moi', '/lam-viec/don-vi'].map(at);
  expect(await faultsEverywhere(desk, urls)).toEqual([]);
});

test('the organizer’s pages hold WCAG 2.2 AA', async () => {
  const context = await signIn(links.signIn.organizer);
  const page = await context.newPage();
  await page.goto(at('/lam-viec'));
  const surveys = await page.locator('a[href^="/lam-viec/khao-sat/"]').all();
  const paths = await Promise.all(surveys.map(async (link) => (await link.getAttribute('href'))!));
  const released = paths.filter((path) => /[0-9a-f]$/.test(path)).map((path) => `${path}/ket-qua`);
  const urls = ['/lam-viec', '/lam-viec/khao-sat/moi', ...new Set(paths), ...released.slice(-1)].map(at);
  expect(urls.length).toBeGreaterThan(4);
  expect(await faultsEverywhere(context, urls)).toEqual([]);
});

test('everything a thumb can press on the respondent’s page is at least 44 px', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(links.survey);
  await page.locator('.skip').focus();
  // A label without a box of its own leaves its place to the button inside it.
  const controls = await page.evaluate<[string, boolean][]>(`[
    ...document.querySelectorAll('a, button, summary, label:has(input), textarea, [data-mark]')]
    .filter((one) => one.checkVisibility() && !one.matches('.choice [data-mark]'))
    .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .map(([what, box]) => [what, Math.min(Math.round(box.height), Math.round(box.width)) >= 44])`);
  expect(controls.length).toBeGreaterThan(100);
  expect(controls.filter(([, large]) => !large)).toEqual([]);
});

test('the respondent’s page holds WCAG 2.2 AA with everything open and everything wrong', async () => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(links.survey);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  await page.locator('form#form button[type=submit]').click();
  await page.waitForSelector('#errors:focus');
  expect(await faultsOf(page)).toEqual([]);
});

test('the form is answered by keyboard alone', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(links.survey);
  await page.locator('input[name="q1"]').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('input[name="q1"]:checked').count()).toBe(1);
  const before = await page.evaluate<string>('document.activeElement.name');
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.name ?? document.activeElement.tagName')).not.toBe(before);
});
