import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchWithMemory } from '../support/browser.ts';
import { faultsOf } from '../support/faults.ts';
import {
  answerAll,
  collect,
  heading,
  keptOn,
  pathOf,
  personalVisits,
  press,
  send,
  sheet,
  sizeOf,
  watched,
} from '../support/personalVisit.ts';
import { picture } from '../support/pictures.ts';

const sizes = [4, 8, 16, 32].map((size) => size * 1024);

const { listed, visit, nextLink } = personalVisits();

test('from a personal link to an answer: the link leaves the address, the code is shown, two requests are sent', () =>
  visit(async (page, { posts }) => {
    await page.goto(nextLink());
    await heading(page, 'Nhận phiếu').waitFor();
    expect(page.url()).toBe(listed().address);
    expect(posts()).toEqual([]);
    expect(await sheet(page).isVisible()).toBe(false);
    expect(await collect(page)).toMatch(/^(\w{5}-){5}\w{5}$/);
    expect(await page.locator('.seed').textContent()).toBe('');
    expect((await keptOn(page)).credentials).toEqual(['CryptoKey false']);
    await answerAll(page);
    await send(page);
    expect(posts().map(pathOf)).toEqual([`/api/s/${listed().slug}/credentials`, `/api/s/${listed().slug}/submissions`]);
    expect(
      posts()
        .map(sizeOf)
        .every((size) => sizes.includes(size)),
    ).toBe(true);
    expect((await keptOn(page)).credentials).toEqual([]);
    expect(await page.textContent('main')).toContain('Không còn cần mã khôi phục');
  }));

test('behind a list the page asks as well, before words that tell who somebody is are sent', () =>
  visit(async (page, { posts }) => {
    await page.goto(nextLink());
    await collect(page);
    await answerAll(page);
    await page.locator('textarea').first().fill('Gọi thầy Hùng, 0912 345 678');
    await page.locator('form#form button[type=submit]').click();
    await page.waitForSelector('#errors:focus');
    expect(await page.locator('.told').textContent()).toContain('tên người (“Hùng”), số điện thoại (“0912 345 678”)');
    expect(posts()).toHaveLength(1);
    await press(page, 'Vẫn gửi như vậy');
    await page.waitForURL('**/cam-on');
    expect(posts()).toHaveLength(2);
  }));

/** Lets the first request arrive and loses its answer. */
async function loseOneAnswer(page: Page, path: string): Promise<string[]> {
  const bodies: string[] = [];
  await page.route(path, async (route: Route) => {
    bodies.push(route.request().postData() ?? '');
    if (bodies.length > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  return bodies;
}

test('an answer lost on the way is asked for again with the same request, and nothing is counted twice', () =>
  visit(async (page) => {
    const collecting = await loseOneAnswer(page, '**/credentials');
    const sending = await loseOneAnswer(page, '**/submissions');
    await page.goto(nextLink());
    await collect(page);
    await answerAll(page);
    await send(page);
    for (const bodies of [collecting, sending]) {
      expect(bodies).toHaveLength(2);
      expect(bodies[1]).toBe(bodies[0]);
    }
  }));

test('what was collected is sent later from the same device, days and a closed browser in between', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danban-device-'));
  try {
    const first = await launchWithMemory(folder);
    const page = await first.newPage();
    await page.goto(nextLink());
    await collect(page);
    await page.locator('input[name="q1"]').nth(1).check({ force: true });
    await press(page, 'Để sau');
    await heading(page, 'Phiếu đang được giữ trên máy này').waitFor();
    expect(await sheet(page).isVisible()).toBe(false);
    await first.close();
    const later = await launchWithMemory(folder);
    const seen = watched(later);
    const again = await later.newPage();
    await again.goto(listed().address);
    await press(again, 'Tiếp tục với phiếu này');
    // The draft is written in once the page has opened the sheet.
    await again.locator('input[name="q1"]:checked').waitFor({ state: 'attached' });
    expect(await again.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    await answerAll(again);
    await send(again);
    expect(seen.posts().map(pathOf)).toEqual([`/api/s/${listed().slug}/submissions`]);
    await later.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('on another device link and recovery code bring the same credential back, and faults of typing are named', async () => {
  const link = nextLink();
  let code = '';
  await visit(async (page) => {
    await page.goto(link);
    code = await collect(page);
  });
  await visit(async (page, { posts }) => {
    await page.goto(link);
    await press(page, 'Nhận phiếu');
    await press(page, 'Tôi đã ghi lại, nhận phiếu');
    await page.getByRole('status').filter({ hasText: 'đã được dùng để nhận phiếu' }).waitFor();
    const field = page.getByLabel('Mã khôi phục', { exact: true });
    await field.fill(code.slice(0, 12) + (code[12] === 'A' ? 'B' : 'A') + code.slice(13));
    await press(page, 'Nhận lại phiếu');
    await page.locator('#recovery-error').filter({ hasText: 'Nhóm thứ 3' }).waitFor();
    expect(posts()).toHaveLength(1);
    await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await press(page, 'Nhận lại phiếu');
    await heading(page, 'Đã nhận phiếu. Mời trả lời bên dưới.').waitFor();
    await answerAll(page);
    await send(page);
  });
});

test('on a shared computer nothing is kept, and nothing is found by whoever comes next', () =>
  visit(async (page) => {
    await page.goto(nextLink());
    await page.getByLabel('Máy dùng chung: không giữ gì trên máy này').check();
    await collect(page);
    expect(await page.getByRole('button', { name: 'Để sau' }).isVisible()).toBe(false);
    // In another language it would be lost.
    await page.locator('header a[hreflang]').click();
    await page.getByRole('status').filter({ hasText: 'đổi ngôn ngữ là mất' }).waitFor();
    await page.locator('input[name="q1"]').first().check({ force: true });
    expect(await keptOn(page)).toEqual({ credentials: [], stored: 0 });
    await answerAll(page);
    await send(page);
    expect(await keptOn(page)).toEqual({ credentials: [], stored: 0 });
    await page.goto(listed().address);
    await heading(page, 'Cần liên kết riêng').waitFor();
  }));

test('a second person’s link on a device that keeps a credential: both send, and neither loses or sees what is the other’s', () =>
  visit(async (page, { posts }) => {
    await page.goto(nextLink());
    await collect(page);
    await page.locator('input[name="q1"]').nth(1).check({ force: true });
    // Opened over the page of the first.
    await page.goto(nextLink());
    await heading(page, 'Máy này đang giữ một phiếu đã nhận trước đó, chưa gửi').waitFor();
    await picture(page, 'roster-other');
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Của người khác, tôi nhận phiếu của mình');
    await collect(page);
    expect(await page.locator('[data-slot=kept]').innerText()).toContain('Máy này đang giữ phiếu của người khác');
    expect(await page.locator('input[name="q1"]:checked').count()).toBe(0);
    await answerAll(page);
    expect((await keptOn(page)).credentials).toHaveLength(1);
    await send(page);
    await page.goto(listed().address);
    await press(page, 'Tiếp tục với phiếu này');
    await page.locator('input[name="q1"]:checked').waitFor({ state: 'attached' });
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    await answerAll(page);
    await send(page);
    expect(posts().map((post) => pathOf(post).split('/').at(-1))).toEqual([
      'credentials',
      'credentials',
      'submissions',
      'submissions',
    ]);
    expect((await keptOn(page)).credentials).toEqual([]);
  }));

test('who opens her own link again goes on with what she had, and sends once', () =>
  visit(async (page, { posts }) => {
    const link = nextLink();
    await page.goto(link);
    await collect(page);
    await page.goto(link);
    await press(page, 'Phiếu ấy là của tôi, tiếp tục');
    await answerAll(page);
    await send(page);
    expect(posts()).toHaveLength(2);
  }));

test('the page in the other language knows what this one knew, and no server is told', () =>
  visit(async (page, { requests, posts }) => {
    const link = nextLink();
    const invitation = /#([\w-]{22})/.exec(link)![1]!;
    const change = () => page.locator('header a[hreflang]').click();
    await page.goto(link);
    await heading(page, 'Nhận phiếu').waitFor();
    await change();
    await press(page, 'Collect my credential');
    await heading(page, 'Note your recovery code').waitFor();
    expect(page.url()).toBe(`${listed().address}?lang=en`);
    page.once('dialog', (dialog) => void dialog.dismiss());
    await change();
    await press(page, 'I have noted it, collect');
    await heading(page, 'Collected. Please answer below.').waitFor();
    await page.locator('input[name="q1"]').nth(1).check({ force: true });
    await change();
    await page.locator('input[name="q1"]:checked').waitFor({ state: 'attached' });
    expect(await page.locator('input[name="q1"]').nth(1).isChecked()).toBe(true);
    expect(page.url()).toBe(listed().address);
    await answerAll(page);
    await send(page);
    const knowing = requests.filter((one) => `${one.url()} ${one.postData() ?? ''}`.includes(invitation));
    expect(knowing).toEqual([posts()[0]]);
  }));

test('a sheet that is altered on its way is refused in words that say what to do, and goes through when it is not', () =>
  visit(async (page) => {
    await page.goto(nextLink());
    await collect(page);
    await answerAll(page);
    await page.route('**/submissions', (route) =>
      route.continue({
        postData: route
          .request()
          .postData()!
          .replace(/"salt":"../, '"salt":"zz'),
      }),
    );
    await page.locator('form#form button[type=submit]').click();
    await page.locator('#status').filter({ hasText: 'Xin bấm “Gửi lại” bằng mạng khác' }).waitFor();
    expect((await keptOn(page)).credentials).toHaveLength(1);
    await page.unroute('**/submissions');
    await send(page);
  }));

test('a credential and a draft are removed together from the device, after a question', () =>
  visit(async (page) => {
    await page.goto(nextLink());
    await collect(page);
    await page.locator('input[name="q1"]').first().check({ force: true });
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Xóa khỏi máy này' }).first().click();
    await page.getByRole('status').filter({ hasText: 'Đã xóa khỏi máy này.' }).waitFor();
    await heading(page, 'Cần liên kết riêng').waitFor();
    expect(await keptOn(page)).toEqual({ credentials: [], stored: 0 });
  }));

test('without a link one can be pasted, and another link is refused in words', () =>
  visit(async (page) => {
    await page.goto(listed().address);
    await heading(page, 'Cần liên kết riêng').waitFor();
    const field = page.getByLabel('Liên kết riêng trong thư mời');
    await field.fill(nextLink().replace('/s/', '/s/khac-'));
    await press(page, 'Mở bằng liên kết này');
    await page.getByRole('status').filter({ hasText: 'không phải liên kết riêng' }).waitFor();
    await field.fill(` ${nextLink()} `);
    await press(page, 'Mở bằng liên kết này');
    await heading(page, 'Nhận phiếu').waitFor();
  }));

test('without scripts, or in a browser that cannot keep or cover, the page says why and what to do', async () => {
  await visit(
    async (page) => {
      await page.goto(nextLink());
      expect(await page.textContent('noscript')).toContain('phiếu mã in sẵn');
      expect(await heading(page, 'Trang này cần JavaScript').isVisible()).toBe(true);
      expect(await sheet(page).isVisible()).toBe(false);
      expect(await page.locator('[data-step=wait]').isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
  const lacks = [
    "Object.defineProperty(window, 'isSecureContext', { value: false })",
    "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError') } })",
  ];
  for (const lack of lacks) {
    await visit(async (page, { posts }) => {
      await page.addInitScript(lack);
      await page.goto(nextLink());
      await heading(page, 'Trình duyệt này chưa mở được phiếu').waitFor();
      expect(posts()).toEqual([]);
    });
  }
});

test('the library for old browsers is fetched by them alone', async () => {
  const files: string[][] = [];
  for (const old of [false, true]) {
    await visit(async (page, { requests }) => {
      if (old) {
        await page.addInitScript(`{
          const { importKey } = SubtleCrypto.prototype;
          SubtleCrypto.prototype.importKey = function (...args) {
            return args[2]?.name === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : importKey.apply(this, args);
          };
        }`);
      }
      await page.goto(nextLink());
      await collect(page);
      expect((await keptOn(page)).credentials).toEqual([old ? 'Uint8Array undefined' : 'CryptoKey false']);
      await answerAll(page);
      await send(page);
      files.push(requests.map(pathOf).filter((path) => path.endsWith('.js')));
    });
  }
  expect(new Set(files[1]).size).toBe(new Set(files[0]).size + 1);
});

test('a first visit of this door costs at most 30 kB', () =>
  visit(async (page) => {
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await page.goto(nextLink(), { waitUntil: 'networkidle' });
    await heading(page, 'Nhận phiếu').waitFor();
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
  }));
