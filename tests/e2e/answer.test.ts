import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';

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

const visit = visitsOn(() => browser);
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
      await page.locator('input[name="q3.r1"]').nth(3).check();
      await page.locator('textarea').first().fill('Sân trường "sạch"');
      await send(page).click();
      await page.waitForSelector('#errors:focus');
      expect(await page.title()).toMatch(/^Còn \d+ chỗ cần xem lại – Khảo sát/);
      expect(await page.locator('input[name="q1"]').first().isChecked()).toBe(true);
      expect(await page.locator('input[name="q3.r1"]').nth(3).isChecked()).toBe(true);
      expect(await page.locator('textarea').first().inputValue()).toBe('Sân trường "sạch"');
      expect(await page.locator('#q2 .error').count()).toBe(1);
      expect(await page.locator('#q3 .row .error').count()).toBe(4);
      await page.getByRole('link', { name: 'Câu 3/12: Còn 4 dòng chưa trả lời.' }).click();
      expect(await page.evaluate('document.activeElement.name')).toBe('q3.r2');
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
    await page.locator('input[name="q3.r1"]').nth(3).check();
    await send(page).click();
    await page.waitForSelector('#errors:focus');
    expect(posts).toBe(0);
    expect(await page.getByRole('alert', { name: 'Còn 9 chỗ cần xem lại' }).count()).toBe(1);
    expect((await page.locator('#errors h2').boundingBox())!.y).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Câu 3/12: Còn 4 dòng chưa trả lời.' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('q3.r2');
    expect(page.url()).toBe(url);
    const error = page.locator('[data-row=r2] .error').first();
    expect(await error.textContent()).toBe('Cần trả lời.');
    await page.keyboard.press('Space');
    expect(await error.textContent()).toBe('Đã trả lời.');
    expect(await page.locator('input[name="q3.r1"]').nth(3).isChecked()).toBe(true);
  }));

test('a lost network loses no answer: the form waits, says so, and is sent once when the network is back', () =>
  visit(async (page, context) => {
    await page.goto(url);
    await answerAll(page);
    await context.setOffline(true);
    await send(page).click();
    await page.getByRole('status').filter({ hasText: 'có mạng là phiếu tự gửi' }).waitFor();
    expect(page.url()).toBe(url);
    let taken = 0;
    page.on('response', (response) => response.status() === 201 && taken++);
    await context.setOffline(false);
    await page.waitForURL('**/cam-on', { timeout: 10_000 });
    expect(taken).toBe(1);
  }));

test('a draft stays on the device until it is sent or cleared there', () =>
  visit(async (page) => {
    await page.goto(url);
    await page.locator('input[name="q1"]').nth(1).check();
    await page.reload();
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Xóa khỏi máy này' }).first().click();
    await page.reload();
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(false);
  }));

test('a draft is not shown to whoever comes next until it is asked for, and can be deleted instead', () =>
  visit(async (page, context) => {
    await page.goto(url);
    await page.locator('input[name="q1"]').nth(1).check();
    const later = async () => {
      const tab = await context.newPage();
      await tab.goto(url);
      await tab.getByRole('heading', { name: 'Máy này còn một phiếu viết dở' }).waitFor();
      expect(await tab.locator('form#form').isVisible()).toBe(false);
      return tab;
    };
    const mine = await later();
    await mine.getByRole('button', { name: 'Tiếp tục bản nháp' }).click();
    expect(await mine.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    expect(await mine.evaluate('document.activeElement.name')).toBe('q2');
    const someoneElses = await later();
    await someoneElses.getByRole('button', { name: 'Xóa khỏi máy này' }).first().click();
    expect(await someoneElses.locator('form#form').isVisible()).toBe(true);
    expect(await someoneElses.locator('input:checked').count()).toBe(0);
    expect(await someoneElses.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  }));

test('a device that has sent says so, lets the next person answer, and forgets it when told to', () =>
  visit(async (page) => {
    await page.goto(url);
    await answerAll(page);
    await send(page).click();
    await page.waitForURL('**/cam-on');
    expect(await page.textContent('main')).toContain('chỉ được công bố nếu đơn vị tổ chức quyết định');
    expect(await page.getByRole('link', { name: url }).count()).toBe(1);
    await page.goto(url);
    const note = page.locator('#sent-before');
    expect(await note.isVisible()).toBe(true);
    expect(await page.locator('form#form').isVisible()).toBe(true);
    await note.getByRole('button').click();
    await page.reload();
    expect(await note.isVisible()).toBe(false);
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

test('a form that comes too late is told so, and nothing of it stays on the device', async () => {
  await visit(async (page) => {
    await page.goto(url);
    await answerAll(page);
    await closeSurvey();
    await send(page).click();
    await page.getByRole('status').filter({ hasText: 'sau khi khảo sát đóng' }).waitFor();
    expect(await send(page).isVisible()).toBe(false);
    await page.goto(url);
    expect(await page.textContent('main')).toContain('Khảo sát đã đóng');
    await page.waitForFunction('localStorage.length === 0');
  });
  const post = await fetch(url, { method: 'POST', body: new URLSearchParams({ q1: 'a' }) });
  expect(post.status).toBe(409);
  expect(await post.text()).toContain('Phiếu vừa gửi đến sau khi khảo sát đóng nên không được nhận.');
});

/** As the organizer does on the survey's page. */
async function closeSurvey(): Promise<void> {
  await visit(async (page) => {
    await page.goto(product.example().signIn.organizer);
    await page.waitForURL(/\/lam-viec$/);
    const closed = await page.evaluate<boolean>(`(async () => {
      const surveys = await (await fetch('/lam-viec/api/surveys')).json();
      const { id } = surveys.items.find((survey) => survey.state === 'open');
      return (await fetch('/lam-viec/api/surveys/' + id + '/close', { method: 'POST' })).ok;
    })()`);
    expect(closed).toBe(true);
  });
}
