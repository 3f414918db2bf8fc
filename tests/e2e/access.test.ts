import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { axeFaults, edgelessControls, faultsEverywhere } from '../support/faults.ts';
import { leadingOn } from '../support/routes.ts';
import { startProduct, type ExampleLinks, type Product } from '../support/product.ts';
import { staffTour } from '../support/staffTour.ts';

let product: Product;
let browser: Browser;
let links: ExampleLinks;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  links = product.example();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

let tour: ReturnType<typeof staffTour> | undefined;
const touring = () => (tour ??= staffTour(product));

const at = (path: string): string => product.origin + path;

test(
  'public and respondents’ pages hold WCAG 2.2 AA on every screen, light, dark and in high contrast',
  { timeout: 600_000 },
  async () => {
    const urls = [
      at('/'),
      links.survey,
      `${links.survey}?lang=en`,
      `${links.survey}/cam-on`,
      `${links.survey}/khan`,
      `${links.survey}/khan/da-nhan`,
      links.results,
      at('/to-chuc/1e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d11'),
      at('/nowhere'),
    ];
    const context = await browser.newContext();
    const seen = { widths: [360, 768, 1280], looks: ['dark' as const, 'high contrast' as const] };
    expect(await faultsEverywhere(context, urls, seen)).toEqual([]);
    await context.close();
  },
);

test.each(['stranger', 'admin'] as const)(
  'staff pages hold WCAG 2.2 AA on every screen, light, dark and in high contrast: those of the %s',
  { timeout: 900_000 },
  async (who) => expect(await (await touring()).faultsSeenBy(who, browser)).toEqual([]),
);

test('every staff page is shown to somebody', async () => {
  expect((await touring()).unseen).toEqual(leadingOn.filter((path) => path.startsWith('/lam-viec')));
});

test.each([
  ['dark', 'prefers-color-scheme: dark'],
  ['high contrast', 'forced-colors: active'],
])('letters that are too faint in one look alone are seen to fail: %s', async (look, query) => {
  const context = await browser.newContext();
  const faint = `@media (${query}) { h1 { forced-color-adjust: none; color: #888; background: #777; transition: color 9s } }`;
  await context.addInitScript(`addEventListener('DOMContentLoaded', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(faint)});
    document.adoptedStyleSheets.push(sheet);
  })`);
  const seen = { widths: [360], looks: ['dark' as const, 'high contrast' as const] };
  const faults = await faultsEverywhere(context, [at('/lam-viec/dang-nhap')], seen);
  expect(faults).toEqual([expect.stringMatching(new RegExp(`^${look}: .*color-contrast: .*h1`))]);
  await context.close();
});

test('in high contrast a control that has nothing but a background is seen to fail', async () => {
  const page = await (await browser.newContext({ forcedColors: 'active' })).newPage();
  await page.goto(at('/lam-viec/dang-nhap'), { waitUntil: 'networkidle' });
  expect(await edgelessControls(page)).toEqual([]);
  await page.evaluate(`document.querySelector('main button').style.cssText = 'border: 0; appearance: none'`);
  expect(await edgelessControls(page)).toHaveLength(1);
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
  expect(await axeFaults(page)).toEqual([]);
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
