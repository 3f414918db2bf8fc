import axe from 'axe-core';
import type { SurveyView } from '@danban/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

const template = 'khao-sat-hai-long-phu-huynh';
const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')))`;

let product: Product;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
/** Open at one school; open for every school of the department. */
let one: SurveyView;
let many: SurveyView;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  desk = await context.newPage();
  await desk.goto(product.example().signIn.organizer);
  await desk.waitForURL(/\/lam-viec$/);
  [one, many] = [await opened('THPT.SONGNINH'), await opened('SGDDT')];
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function call(path: string, data: unknown): Promise<SurveyView> {
  const headers = { origin: product.origin };
  const answer = await desk.request.post(`${product.origin}/lam-viec/api${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as SurveyView;
}

async function drafted(unitId: string): Promise<SurveyView> {
  return call('/surveys', { template, bodyId: 'CDGD-TINH', unitId });
}

async function opened(unitId: string): Promise<SurveyView> {
  const { id } = await drafted(unitId);
  return call(`/surveys/${id}/open`, { closesAt: new Date(Date.now() + 10 * 86_400_000).toISOString() });
}

const pageOf = (survey: SurveyView, path: string): string => `${product.origin}/lam-viec/khao-sat/${survey.id}/${path}`;

async function faults(url: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [360, 1280]) {
    await desk.setViewportSize({ width, height: 800 });
    await desk.goto(url, { waitUntil: 'networkidle' });
    await desk.evaluate(axe.source);
    found.push(...(await desk.evaluate<string[]>(run)).map((fault) => `${width} ${url}: ${fault}`));
    const sideways = await desk.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
    if (sideways) found.push(`${width} ${url}: scrolls sideways`);
  }
  return found;
}

/** How many sheets of paper the page fills, and whether anything would be cut off at their edges. */
async function sheets(url: string): Promise<number> {
  await desk.goto(url, { waitUntil: 'networkidle' });
  const pdf = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

test('posters, slips, lists, texts and snippets hold WCAG 2.2 AA on a phone and a desk', async () => {
  for (const path of ['in', 'in?kieu=a5', 'in?kieu=danh-sach', 'loi-nhan', 'nhung']) {
    expect(await faults(pageOf(one, path))).toEqual([]);
    await picture(desk, `share-${path.replace(/\W+/g, '-')}`);
  }
  expect(await faults(pageOf(many, 'in?lang=en'))).toEqual([]);
  await picture(desk, 'share-many');
  expect(await faults(pageOf(many, 'nhung?lang=vi'))).toEqual([]);
});

test('a poster is one sheet, two slips are one, and every chosen unit has its own', async () => {
  expect(await sheets(pageOf(one, 'in'))).toBe(1);
  expect(await sheets(pageOf(one, 'in?kieu=a5'))).toBe(1);
  const chosen = many.links
    .slice(0, 3)
    .map(({ slug }) => `don-vi=${slug}`)
    .join('&');
  expect(await sheets(pageOf(many, `in?${chosen}`))).toBe(3);
  expect(await desk.locator('article .url').allInnerTexts()).toEqual(
    many.links.slice(0, 3).map(({ url }) => url.replace(/^https?:\/\//, '')),
  );
  expect(await sheets(pageOf(many, `in?kieu=a5&${chosen}`))).toBe(2);
});

test('with many units the first is shown, others are chosen, and all of them lie one press away', async () => {
  expect(many.links.length).toBeGreaterThan(20);
  await desk.goto(pageOf(many, 'in'));
  expect(await desk.locator('article').count()).toBe(1);
  await desk.goto(pageOf(many, 'in?kieu=danh-sach&don-vi=tat-ca'), { waitUntil: 'networkidle' });
  expect(await desk.locator('tbody tr').count()).toBe(many.links.length);
});

test('texts can be selected without scripts, and copied with them', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const page = await plain.newPage();
  await page.goto(pageOf(one, 'loi-nhan?lang=vi'));
  const text = await page.locator('#zalo textarea').inputValue();
  expect(text).toContain(one.links[0]!.url);
  expect(text).toMatch(/không hỏi họ tên/);
  expect(await page.locator('#sms-khong-dau textarea').inputValue()).toMatch(/^[\x20-\x7e]{1,160}$/);
  expect(await page.getByRole('button', { name: 'Chép lời nhắn' }).count()).toBe(0);
  await plain.close();

  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin });
  await desk.goto(pageOf(one, 'loi-nhan'), { waitUntil: 'networkidle' });
  await desk.locator('#zalo').getByRole('button', { name: 'Chép lời nhắn' }).click();
  await desk.getByText('Đã chép').first().waitFor();
  expect(await desk.evaluate('navigator.clipboard.readText()')).toBe(text);
});

test('the snippet shows in somebody else’s page with its picture, and asks no other server for anything', async () => {
  await desk.goto(pageOf(one, 'nhung'));
  const html = await desk.locator('#co-anh-code').inputValue();
  const portal = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  portal.on('request', (request) => asked.push(request.url()));
  await portal.setContent(html);
  const width = await portal.evaluate<number>(`(async () => {
    const image = document.querySelector('img');
    await image.decode();
    return image.naturalWidth;
  })()`);
  expect(width).toBeGreaterThan(1_000);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
  expect(await portal.locator('a').getAttribute('href')).toBe(one.links[0]!.url);
  await portal.context().close();
});

test('a draft has nothing to share, and its pages say so', async () => {
  const draft = await drafted('THPT.SONGNINH');
  for (const path of ['in', 'loi-nhan', 'nhung']) {
    await desk.goto(pageOf(draft, path));
    expect(await desk.locator('main').innerText()).toContain('Chưa có gì để chia sẻ');
  }
});
