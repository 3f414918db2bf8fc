import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { answerAll as chooseFirst, visitsOn } from './answering.ts';
import { launch } from './browser.ts';
import { listedIn } from './listedProduct.ts';
import { startProduct, type Product } from './product.ts';

/** Everything a context asks for, to be looked at afterwards. */
export function watched(context: BrowserContext) {
  const requests: Request[] = [];
  context.on('request', (request) => void requests.push(request));
  return { requests, posts: () => requests.filter((request) => request.method() === 'POST') };
}
export type Watched = ReturnType<typeof watched>;

/** Visits on a phone, with everything they ask for. */
const visitsOf = (browser: () => Browser) => {
  const visit = visitsOn(browser);
  return (run: (page: Page, seen: Watched) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    visit((page, context) => {
      context.setDefaultTimeout(15_000);
      return run(page, watched(context));
    }, options);
};

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
export const sheet = (page: Page) => page.locator('form#form');

/** Goes from the link to the form and gives the recovery code. */
export async function collect(page: Page): Promise<string> {
  await press(page, 'Nhận phiếu');
  await heading(page, 'Ghi lại mã khôi phục').waitFor();
  const code = await page.locator('.seed').innerText();
  await press(page, 'Tôi đã ghi lại, nhận phiếu');
  await heading(page, 'Đã nhận phiếu. Mời trả lời bên dưới.').waitFor();
  return code;
}

export const answerAll = (page: Page): Promise<void> => chooseFirst(page, { force: true });

export async function send(page: Page): Promise<void> {
  await page.locator('form#form button[type=submit]').click();
  await page.waitForURL('**/cam-on');
}

/** What the device holds after a visit. */
export const keptOn = (page: Page) =>
  page.evaluate<{ credentials: string[]; stored: number }>(`new Promise((done) => {
    const opening = indexedDB.open('danban', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('credentials', { keyPath: 'slug' });
    opening.onsuccess = () => {
      const asked = opening.result.transaction('credentials').objectStore('credentials').getAll();
      asked.onsuccess = () => {
        opening.result.close();
        done({ credentials: asked.result.map(({ key }) => key.constructor.name + ' ' + key.extractable),
               stored: localStorage.length + sessionStorage.length });
      };
    };
  })`);

export const pathOf = (request: Request) => new URL(request.url()).pathname;
export const sizeOf = (request: Request) => request.postDataBuffer()?.length ?? 0;

/** A product and a browser for a test file, and an open survey behind a list of forty people with their links. */
export function personalVisits() {
  let product: Product;
  let browser: Browser;
  let listed: Awaited<ReturnType<typeof listedIn>>;
  beforeAll(async () => {
    product = await startProduct({ example: true });
    browser = await launch();
    listed = await listedIn(product, 40);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });
  return {
    product: () => product,
    browser: () => browser,
    listed: () => listed,
    visit: visitsOf(() => browser),
    nextLink: () => listed.links.pop()!,
  };
}
