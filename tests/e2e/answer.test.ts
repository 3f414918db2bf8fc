import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpeningRecord } from '@danban/survey';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { among, readReceiptIn, receiptCode, secretsOf, sheetKeyOf, toldIn } from '../support/receipts.ts';
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

/** What was frozen when the survey opened. */
async function frozen(): Promise<{ hash: string; record: OpeningRecord }> {
  const { pathname } = new URL(url);
  const read = await fetch(`${product.origin}/api${pathname}/opening`);
  const { text, hash } = (await read.json()) as { text: string; hash: string };
  return { hash, record: JSON.parse(text) as OpeningRecord };
}

describe('a receipt', () => {
  test('is made on the device by everybody who sends: its code and seed are in no request, and nothing stays', async () => {
    const { hash, record } = await frozen();
    const codes: string[] = [];
    const asked: string[][] = [];
    for (const choice of [0, 1]) {
      await visit(async (page, context) => {
        const requests: Request[] = [];
        context.on('request', (request) => void requests.push(request));
        await page.goto(url);
        await page.locator('input[name="q1"]').nth(choice).check();
        await answerAll(page);
        await send(page).click();
        await page.waitForURL('**/cam-on');
        const code = await receiptCode(page);
        const { address, ...found } = await readReceiptIn(page, record);
        expect(address).toMatch(new RegExp(`^${product.origin}/kiem-tra/\\w{12}$`));
        expect(found.code).toBe(code.replaceAll('-', ''));
        expect(await page.locator('#receipt .doubt').isVisible()).toBe(false);
        const told = await toldIn(requests);
        expect(among([...secretsOf(code, { hash }), found.sheet, found.leaf], told)).toEqual([]);
        // The key of the sheet is sent: so this would have been seen.
        expect(told.filter((one) => one.includes(sheetKeyOf(code, hash)))).toHaveLength(1);
        expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toMatch(/receipt|seed|draft/);
        asked.push(requests.map((request) => `${request.method()} ${request.url()}`).sort());
        codes.push(code);
        await page.reload();
        await page.getByRole('heading', { name: 'Lần này không có mã biên nhận' }).waitFor();
      });
    }
    expect(codes[0]).not.toBe(codes[1]);
    expect(asked[0]).toEqual(asked[1]);
  });

  test('is kept on the device only when told to, and removed there', () =>
    visit(async (page) => {
      await page.goto(url);
      await answerAll(page);
      await send(page).click();
      const code = await receiptCode(page);
      const kept = () => page.evaluate<string>('JSON.stringify(localStorage)');
      await page.getByRole('button', { name: 'Lưu trên máy này' }).click();
      expect(await kept()).toContain(code.replaceAll('-', ''));
      await page.emulateMedia({ media: 'print' });
      const paper = await page.locator('main').innerText();
      for (const told of ['Khảo sát sự hài lòng', 'Công đoàn Giáo dục tỉnh', `${product.origin}/kiem-tra/`, code]) {
        expect(paper).toContain(told);
      }
      expect(paper).not.toMatch(/rời trang|111/);
      await page.emulateMedia({ media: null });
      const without = page.getByRole('button', { name: 'Không cần mã biên nhận' });
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void (asked.length % 2 === 1 ? dialog.dismiss() : dialog.accept());
      });
      await without.click();
      expect(await receiptCode(page)).toBe(code);
      await without.click();
      await page.locator('#receipt [data-step=shown]').waitFor({ state: 'hidden' });
      await page.reload();
      await page.getByText('Máy này đang lưu một mã biên nhận').waitFor();
      expect(await page.innerText('#receipt')).not.toContain('Lần này không có mã biên nhận');
      const use = await page.getByRole('link', { name: 'Mở mã đã lưu để kiểm tra' }).getAttribute('href');
      expect(use).toContain(`#${code.replaceAll('-', '')}.`);
      const saved = await kept();
      await page.goto(url);
      const forget = page.locator('#sent-before').getByRole('button');
      await forget.click();
      expect(await kept()).toBe(saved);
      await forget.click();
      expect(await kept()).not.toContain('receipt');
      expect(asked.map((text) => /không lấy lại được/.test(text))).toEqual([true, true, true, true]);
      await page.evaluate(
        (kept) => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(name, value)),
        JSON.parse(saved) as Record<string, string>,
      );
      await page.goto(`${url}/cam-on`);
      await page.getByRole('button', { name: 'Xóa khỏi máy này' }).click();
      expect(await kept()).not.toContain('receipt');
    }));

  test('says so where the promise is of another sheet or of another key, and is none where nothing can be made', async () => {
    const spoilt: [string, (told: string) => string][] = [
      ['leaf', (told) => told.replace(/"leaf":"..../, '"leaf":"AAAA')],
      ['signature', (told) => told.replace(/"signature":"..../, '"signature":"AAAA')],
    ];
    for (const [, spoil] of spoilt) {
      await visit(async (page) => {
        await page.route('**/submissions', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: spoil(await response.text()) });
        });
        await page.goto(url);
        await answerAll(page);
        await send(page).click();
        await page.getByText('Giấy hẹn của hòm phiếu không khớp').waitFor();
      });
    }
    await visit(async (page) => {
      const bodies: string[] = [];
      page.on('request', (request) => request.method() === 'POST' && bodies.push(request.postData() ?? ''));
      await page.route('**/opening', (route) => route.fulfill({ status: 503 }));
      await page.goto(url);
      await answerAll(page);
      await send(page).click();
      await page.getByRole('heading', { name: 'Lần này không có mã biên nhận' }).waitFor();
      expect(bodies).toHaveLength(1);
      expect(bodies[0]).not.toContain('salt');
    });
  });

  test('of a sheet whose answer was lost is that of the sheet that is sent again, after a reload, too', () =>
    visit(async (page) => {
      const keys: string[] = [];
      await page.route('**/submissions', async (route) => {
        keys.push((route.request().postDataJSON() as { salt: string }).salt);
        const response = await route.fetch();
        if (keys.length === 1) await route.fulfill({ status: 422, json: { code: 'lost' } });
        else await route.fulfill({ response });
      });
      await page.goto(url);
      await answerAll(page);
      await send(page).click();
      await page.getByRole('status').filter({ hasText: 'Chưa nhận được phiếu' }).waitFor();
      await page.reload();
      await send(page).click();
      await receiptCode(page);
      expect(await page.locator('#receipt .doubt').isVisible()).toBe(false);
      expect(keys).toEqual([keys[0], keys[0]]);
    }));
});

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
      expect(await page.innerText('#receipt')).toContain('không chạy JavaScript nên không có mã biên nhận');
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
