import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpeningRecord } from '@danban/survey';
import { seedCode } from '@danban/credential';
import { answerAll, visitsOn } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import {
  copyOfLog,
  downloadOf,
  hashMadeAnew,
  keepFile,
  look,
  lookInCopy,
  lookInPackage,
  said,
} from '../support/checking.ts';
import { databaseOf } from '../support/databaseOf.ts';
import { deskOf } from '../support/desk.ts';
import { faultsOf } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';
import { among, readReceiptIn, receiptCode, toldIn } from '../support/receipts.ts';

let product: Product;
let browser: Browser;
/** What stands behind the QR code of a receipt, and the address before it. */
let receipt: string;
let address: string;
/** The check as a file on the disk. */
let kept: string;
/** The package of a survey, as the inspection board took it along. */
let taken: string;
/** What the page asks of the API while it checks. */
let askedByPage: string[];

const visit = visitsOn(() => browser);
const fits = 'Khảo sát khớp với những gì đã công bố';
const counted = /Phiếu của quý vị đã được đếm[^]*được đếm trong cả \d+ bảng/;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  await visit(async (page) => {
    const { survey } = product.example();
    await page.goto(survey);
    await answerAll(page);
    await page.locator('form#form button[type=submit]').click();
    await receiptCode(page);
    const opening = await fetch(`${product.origin}/api${new URL(survey).pathname}/opening`);
    const { text } = (await opening.json()) as { text: string };
    ({ link: receipt, address } = await readReceiptIn(page, JSON.parse(text) as OpeningRecord));
  });
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** What a visit asked of the API, in the order it did; no part of the receipt is in anything that was sent. */
async function askedIn(context: BrowserContext, visiting: () => Promise<unknown>): Promise<string[]> {
  const requests: Request[] = [];
  context.on('request', (request) => void (request.url().startsWith('http') && requests.push(request)));
  await visiting();
  const parts = receipt.split('#')[1]!.split('.');
  expect(among(parts.slice(0, 3), await toldIn(requests))).toEqual([]);
  return requests.map((request) => request.url()).filter((one) => one.includes('/api/'));
}

test('the page asks for the same files whoever comes, and is told nothing', async () => {
  const asked: string[][] = [];
  for (const link of [receipt, address]) {
    await visit(async (page, context) => {
      const files = await askedIn(context, async () => {
        await page.goto(link);
        if (link === address) await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
        expect(await said(page)).toContain(fits);
      });
      expect(page.url()).toBe(address);
      expect((await page.innerText('main')).includes('Giấy hẹn của hòm phiếu có chữ ký đúng.')).toBe(link === receipt);
      await picture(page, `check-${link === receipt ? 'receipt' : 'survey'}`);
      expect(await faultsOf(page)).toEqual([]);
      asked.push(files);
    });
  }
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]!.length).toBeGreaterThan(5);
  askedByPage = asked[0]!;
});

test('the file to keep has the bytes the page names, and the same sources make them anywhere', () =>
  visit(async (page) => {
    await page.goto(address);
    const file = await keepFile(page);
    kept = file.address;
    const hash = createHash('sha256')
      .update(await readFile(file.path))
      .digest('hex');
    expect(await page.innerText('main')).toContain(hash);
    expect(hashMadeAnew()).toBe(hash);
  }));

test('opened from the disk it asks for just the files the page asks for, whoever checks, and nobody else', async () => {
  const asked: string[][] = [];
  for (const [place, code] of [
    ['', receipt],
    [address, ''],
    [address, receipt.split('#')[1]!.split('.')[0]!],
  ] as const) {
    await visit(async (page, context) => {
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      const files = await askedIn(context, async () => {
        await page.goto(kept);
        await page.getByLabel('Địa chỉ trang kiểm tra').fill(place);
        expect(await look(page, code)).toContain(fits);
      });
      expect(faults).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
      asked.push(files);
    });
  }
  expect(asked).toEqual([askedByPage, askedByPage, askedByPage]);
});

/** A seed nobody has sent anything with. */
const foreign = seedCode(new Uint8Array(15).fill(7));

test('a code is not thanked for before anything is known of it, and one that cannot be read is said at its field', () =>
  visit(async (page) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const told = await look(page, foreign);
    expect(told).toContain('Chưa kiểm được phiếu của mã này');
    expect(await page.locator('.notice.good').allInnerTexts()).toEqual([expect.stringContaining(fits)]);
    await page.getByLabel('Mã biên nhận').fill(foreign.slice(0, 6) + 'Z' + foreign.slice(7));
    await page.getByLabel('Mã biên nhận').press('Enter');
    await page.getByText('Nhóm thứ 2 của mã chưa đúng').waitFor();
    expect(await page.getByText(fits).count()).toBe(0);
    await page.getByLabel('Mã biên nhận').fill(receipt.replace(slug(), 'khaosatkhac1'));
    await page.getByLabel('Mã biên nhận').press('Enter');
    await page.getByText('Liên kết này là của khảo sát khác').waitFor();
    expect((await page.goto(address.replace(slug(), 'khongcogi000')))!.status()).toBe(404);
    expect(await page.innerText('main')).toContain('Không tìm thấy nội dung này');
  }));

test('a receipt of another survey is not called a fraud, and what was published long ago fits', () =>
  visit(async (page) => {
    await page.goto(product.example().results.replace('/kq/', '/kiem-tra/'), { waitUntil: 'networkidle' });
    const told = await look(page, receipt.split('#')[1]!);
    expect(told).toContain('Không thấy phiếu của mã này trong khảo sát này');
    expect(told).toContain('Có thể mã này là của khảo sát khác');
    expect(told).toContain(fits);
    await page.getByLabel('Mã biên nhận').fill('');
    await page.getByText('Từng bước đã kiểm tra').click();
    expect(await page.innerText('.steps')).toContain('khớp tất cả');
  }));

/** As the organizer does once the survey has run. */
async function publish(): Promise<void> {
  const desk = await deskOf(product, 'organizer');
  const { id } = await desk.surveyIn('open');
  expect((await desk.send('POST', `/surveys/${id}/close`)).status).toBe(200);
  await expect.poll(async () => (await desk.survey(id)).state, { timeout: 60_000 }).toBe('released');
  expect((await desk.send('PUT', `/surveys/${id}/publication`, { published: true })).status).toBe(200);
}

const slug = (): string => address.split('/').at(-1)!;

async function pageSays(page: Page): Promise<string> {
  await page.goto('about:blank');
  await page.goto(receipt);
  return said(page);
}

test('a receipt is followed to where it was counted: on the page, and without the network in the file', async () => {
  await publish();
  await visit(async (page) => {
    const told = await pageSays(page);
    expect(told).toMatch(counted);
    expect(told).toContain(fits);
    await page.getByText('Xem phiếu đã được đếm thế nào').click();
    expect(await page.locator('dl dt').count()).toBeGreaterThan(3);
  });
  const copy = await copyOfLog(product.origin, slug());
  await visit(
    async (page) => {
      let workers = 0;
      page.on('worker', () => (workers += 1));
      expect(await lookInCopy(page, kept, copy, receipt)).toMatch(counted);
      expect(workers).toBe(1);
      await picture(page, 'check-file');
      expect(await faultsOf(page)).toEqual([]);
      // A browser may give a file from the disk no worker: then it counts where it is.
      await page.addInitScript('delete window.Worker');
      expect(await lookInCopy(page, kept, copy, receipt)).toMatch(counted);
      expect(workers).toBe(1);
      const tables = join(copy, slug(), 'tables-1');
      const bytes = await readFile(tables);
      await writeFile(tables, bytes.with(40, bytes[40]! ^ 1));
      expect(await lookInCopy(page, kept, copy, receipt)).toContain('Bảng đếm đã bị sửa.');
    },
    { offline: true },
  );
});

test('one byte that is altered after the close is named by the page', async () => {
  const db = databaseOf(product);
  const survey = sql`(select id from survey where results_slug = ${slug()})`;
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update log_leaves set leaves = set_byte(leaves, 5, get_byte(leaves, 5) # 1) where survey_id = ${survey}
      and batch = (select max(batch) from log_leaves where survey_id = ${survey} and length(leaves) > 5)`.execute(trx);
  });
  await db.destroy();
  await visit(async (page) => expect(await pageSays(page)).toContain('Có phiếu đã bị sửa hoặc đổi.'));
});

test('the inspection board counts anew on its own device, and the minutes say what was found', () =>
  visit(async (page, context) => {
    await context.addCookies([(await deskOf(product, 'inspector')).session]);
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await page.goto(`${product.origin}/lam-viec/giam-sat?trang-thai=ket-qua`);
    await page.locator('main li', { hasText: 'Sở Giáo dục' }).getByRole('link').click();
    taken = (await downloadOf(page, page.getByRole('link', { name: 'Tải gói kiểm tra' }))).path;
    await page.getByRole('button', { name: 'Kiểm phiếu lại' }).click();
    await page.getByText('Mọi điều đã kiểm đều khớp').waitFor({ timeout: 30_000 });
    const files = requests.filter((request) => request.url().includes('/api/log/'));
    for (const file of files) expect(await file.allHeaders()).not.toHaveProperty('cookie');
    expect(files.map((file) => file.url().split('/').at(-1))).toContain('tables-1');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Lập biên bản để in' }).click();
    const minutes = page.locator('article.minutes');
    await minutes.waitFor();
    const said = await minutes.innerText();
    const leaves = /([\d.]+) phiếu đúng như đã ghi/.exec(said)![1]!;
    expect(said).toMatch(new RegExp(`Số phiếu\\s+${leaves.replace('.', '\\.')}\\s`));
    expect(said).toContain('mọi con số đã công bố khớp');
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header.no-print').isVisible()).toBe(false);
    await picture(page, 'minutes');
    // Where a file says otherwise, the same page names what is wrong.
    await page.emulateMedia({ media: 'screen' });
    await page.route('**/leaves', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.body()).subarray(32) });
    });
    await page.reload();
    expect(await minutes.innerText()).toContain('………');
    await page.getByRole('button', { name: 'Kiểm phiếu lại' }).click();
    await minutes.getByText('leaf-dropped').waitFor();
    expect(await minutes.innerText()).toContain('Có 2 điều không khớp');
  }));

test('what the board took along is looked through by the file, without the network, and what was altered is named', () =>
  visit(
    async (page) => {
      const told = await lookInPackage(page, kept, taken);
      expect(told).toContain(fits);
      await page.getByText('Từng bước đã kiểm tra').click();
      expect(await page.innerText('.steps')).toContain('Gói kiểm tra có chữ ký của nhật ký');
      await picture(page, 'check-package');
      expect(await faultsOf(page)).toEqual([]);
      const bytes = await readFile(taken);
      const entries = bytes.indexOf('{"kind":');
      await writeFile(taken, bytes.with(entries, 32));
      expect(await lookInPackage(page, kept, taken)).toContain('Tệp entries không đúng như danh mục của gói.');
      const other = { name: 'khac.zip', mimeType: 'application/zip', buffer: Buffer.from('no archive') };
      await page.getByLabel('Gói kiểm tra', { exact: true }).setInputFiles(other);
      await page.getByText('tệp đã chọn không phải gói kiểm tra').waitFor();
      // What was found of the one before is gone.
      expect(await page.getByText('Khảo sát có điều không khớp').count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
    },
    { offline: true },
  ));
