import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { SurveyView } from '@danban/contract';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let desk: Desk;
let open: SurveyView;
let released: SurveyView;

beforeAll(async () => {
  // Without this the decoder would fetch its program from elsewhere.
  const program = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer }, fireImmediately: true });
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  [open, released] = [await desk.surveyIn('open'), await desk.surveyIn('released')];
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

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

/** What a phone reads in a picture. */
async function readIn(picture: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true });
  return found.map(({ text }) => text);
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
      const link = await page.locator('#chia-se input[readonly]').first().inputValue();
      expect(link).toBe(open.links[0]!.url);
      expect(await readIn(await page.locator('#chia-se img').screenshot())).toEqual([link]);
    },
    options,
  ),
);

test('on paper every unit’s code leads to the address printed under it', () =>
  visit(`/lam-viec/khao-sat/${released.id}/in`, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const slips = await page.locator('main li').all();
    expect(slips).toHaveLength(released.links.length);
    expect(slips.length).toBeGreaterThan(5);
    const printed: string[] = [];
    for (const slip of slips) {
      const address = (await slip.locator('.url').innerText()).trim();
      expect(await readIn(await slip.screenshot())).toEqual([address]);
      printed.push(address);
    }
    expect(printed).toEqual(released.links.map(({ url }) => url));
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
  visit(`/lam-viec/khao-sat/${released.id}/in`, async (page) => {
    await page.evaluate(`(async () => {
      const [one, other] = document.querySelectorAll('main li img');
      one.src = other.src;
      await one.decode();
    })()`);
    const one = page.locator('main li').first();
    const address = (await one.locator('.url').innerText()).trim();
    expect(await readIn(await one.screenshot())).not.toEqual([address]);
  }));
