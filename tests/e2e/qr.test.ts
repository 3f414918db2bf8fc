import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';
import { readIn } from '../support/qr.ts';

let product: Product;
let browser: Browser;
let desk: Desk;
let open: SurveyView;
let many: SurveyView;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  open = await desk.surveyIn('open');
  many = await openedAt('PGD.TPND');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** A survey of several schools, each with a link of its own. */
async function openedAt(unitId: string): Promise<SurveyView> {
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: open.bodyId, unitId };
  const { id } = (await (await desk.send('POST', '/surveys', given)).json()) as SurveyView;
  const closesAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString();
  return (await (await desk.send('POST', `/surveys/${id}/open`, { closesAt })).json()) as SurveyView;
}

async function visit<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext(options);
  await context.addCookies([desk.session]);
  const page = await context.newPage();
  try {
    await page.goto(product.origin + path, { waitUntil: 'networkidle' });
    return await look(page);
  } finally {
    await context.close();
  }
}

test.each([
  {},
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { viewport: { width: 360, height: 740 } },
] as const)('the code beside a link leads where the link does (%j)', (options) =>
  visit(
    `/lam-viec/khao-sat/${open.id}`,
    async (page) => {
      const link = await page.locator('#chia-se .url').first().innerText();
      expect(link).toBe(open.links[0]!.url);
      expect(await readIn(await page.locator('#chia-se img').screenshot())).toEqual([link]);
    },
    options,
  ),
);

test('on paper every unit’s code leads to the address printed beside it', () =>
  visit(`/lam-viec/khao-sat/${many.id}/in?don-vi=tat-ca`, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const posters = await page.locator('article').all();
    expect(posters).toHaveLength(many.links.length);
    expect(posters.length).toBeGreaterThan(1);
    for (const [at, poster] of posters.entries()) {
      const { url } = many.links[at]!;
      expect(await readIn(await poster.screenshot())).toEqual([url]);
      expect(await poster.locator('.url').innerText()).toBe(url.replace(/^https?:\/\//, ''));
    }
  }));

test('the downloaded file is read as well, askew, blurred and in poor light', async () => {
  const { slug, url } = open.links[0]!;
  const file = await (await desk.send('GET', `/surveys/${open.id}/links/${slug}/qr.svg`)).text();
  const photographed = 'transform: rotate(8deg) skew(4deg); filter: blur(1px) contrast(40%) brightness(70%)';
  const page = await (await browser.newContext({ viewport: { width: 400, height: 400 } })).newPage();
  const image = `data:image/svg+xml;base64,${Buffer.from(file).toString('base64')}`;
  await page.setContent(`<img width="220" src="${image}" style="margin: 80px; ${photographed}">`);
  expect(await readIn(await page.screenshot())).toEqual([url]);
  await page.context().close();
});

test('a code that leads elsewhere is seen', () =>
  visit(`/lam-viec/khao-sat/${many.id}/in?don-vi=tat-ca`, async (page) => {
    await page.evaluate(`(async () => {
      const [one, other] = document.querySelectorAll('article img');
      one.src = other.src;
      await one.decode();
    })()`);
    const read = await readIn(await page.locator('article').first().screenshot());
    expect(read).toEqual([many.links[1]!.url]);
  }));
