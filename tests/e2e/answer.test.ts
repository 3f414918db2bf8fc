import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';

const phone = { viewport: { width: 360, height: 740 } };
const heaviest = 30 * 1024;

let product: Product;
let browser: Browser;
let url: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  url = product.example().survey;
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** Chooses the first option of every group that has none yet: what a hurried thumb does. */
async function answerAll(page: Page): Promise<void> {
  const names = new Set<string>();
  for (const input of await page.locator('form#form :is(input[type=radio], input[type=checkbox])').all()) {
    names.add((await input.getAttribute('name'))!);
  }
  for (const name of names) await page.locator(`input[name="${name}"]`).first().check();
}

async function visit(run: (page: Page, context: BrowserContext) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ ...phone, ...options });
  try {
    await run(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

const send = (page: Page) => page.locator('form#form button[type=submit]');

test('with scripts, one request sends the answers, without cookie, right or referrer', () =>
  visit(async (page, context) => {
    const posts: Request[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request));
    await page.goto(url);
    await answerAll(page);
    await send(page).click();
    await page.waitForURL('**/cam-on');
    expect(posts).toHaveLength(1);
    const headers = await posts[0]!.allHeaders();
    for (const name of ['cookie', 'authorization', 'referer']) expect(headers).not.toHaveProperty(name);
    expect(await context.cookies()).toEqual([]);
  }));

test('without scripts, what is missing is said beside the question and what was given stays', () =>
  visit(
    async (page) => {
      await page.goto(url);
      await page.locator('input[name="q1"]').first().check();
      await send(page).click();
      expect(await page.locator('input[name="q1"]').first().isChecked()).toBe(true);
      const summary = page.locator('#errors');
      expect(await summary.isVisible()).toBe(true);
      const first = await summary.locator('a').first().getAttribute('href');
      expect(await page.locator(first!).count()).toBe(1);
      await answerAll(page);
      await send(page).click();
      await page.waitForURL(/\/cam-on(#|$)/);
    },
    { javaScriptEnabled: false },
  ));

test('with scripts, an answer that is missing takes the focus to the summary before anything is sent', () =>
  visit(async (page) => {
    let posts = 0;
    page.on('request', (request) => request.method() === 'POST' && posts++);
    await page.goto(url);
    await send(page).click();
    await page.waitForSelector('#errors:focus-within, #errors:focus');
    expect(posts).toBe(0);
  }));

test('a lost network loses no answer: it is sent when the network is back, once', () =>
  visit(async (page, context) => {
    await page.goto(url);
    await answerAll(page);
    await context.setOffline(true);
    await send(page).click();
    await page.waitForTimeout(1500);
    expect(page.url()).toBe(url);
    await context.setOffline(false);
    await page.waitForURL('**/cam-on', { timeout: 60_000 });
  }));

test('a draft stays on the device until it is sent or cleared there', () =>
  visit(async (page) => {
    await page.goto(url);
    await page.locator('input[name="q1"]').nth(1).check();
    await page.reload();
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Xóa khỏi máy này' }).first().click();
    await page.reload();
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(false);
  }));

test('a first visit costs at most 30 kB, asks nobody else, and is the same for everyone', async () => {
  const pages: string[] = [];
  for (const agent of ['one', 'another']) {
    await visit(
      async (page, context) => {
        const network = await context.newCDPSession(page);
        await network.send('Network.enable');
        let bytes = 0;
        network.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
        const hosts = new Set<string>();
        page.on('request', (request) => hosts.add(new URL(request.url()).host));
        await page.goto(url, { waitUntil: 'networkidle' });
        expect(bytes).toBeGreaterThan(1000);
        expect(bytes).toBeLessThanOrEqual(heaviest);
        expect([...hosts]).toEqual([new URL(url).host]);
        pages.push(await (await fetch(url, { headers: { 'user-agent': agent, cookie: `a=${agent}` } })).text());
      },
      { userAgent: agent },
    );
  }
  expect(pages[0]).toBe(pages[1]);
});

test('a wrong link and the English page speak to people', async () => {
  const wrong = await fetch(`${product.origin}/s/no-such-link`);
  expect(wrong.status).toBe(404);
  expect(await wrong.text()).toContain('<h1');
  await visit(async (page) => {
    await page.goto(`${url}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await answerAll(page);
    await send(page).click();
    await page.waitForURL('**/cam-on?lang=en');
  });
});
