import type {
  OrganisationLinkView,
  OrganisationsView,
  PublicRepliesView,
  ReleasePage,
  RepliesView,
  ReplyView,
} from '@danban/contract';
import { drafts } from '@danban/consultation/testing';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { counting } from '../support/counting.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { unzipped, wordsIn } from '../support/unzipped.ts';
import { faultsOf } from '../support/faults.ts';
import { photoWith } from '../support/photo.ts';
import { startProduct, type Product } from '../support/product.ts';

/** Words of three opinions that would tell who somebody is. */
const masked = ['thầy Hùng', 'cô Lan', '0912 345', '345 678', 'Tôi là tổ phó'];
const widths = [390, 1280];

let product: Product;
let browser: Browser;
let union: Desk;
let slug: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  union = await deskOf(product, 'schoolUnion');
  slug = product.example().consultation.split('/').at(-1)!;
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const text = async (path: string): Promise<string> => (await fetch(product.origin + path)).text();
const json = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T;
const read = async <T>(path: string): Promise<T> => (await (await union.send('GET', path)).json()) as T;

const survey = async (): Promise<string> => (await union.surveyIn('released', 'consultation')).id;

async function isInside(page: Page): Promise<void> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect([page.url(), width]).toEqual([page.url(), page.viewportSize()!.width]);
}

test.each(widths)('without an account: the draft, what changed, opinions and answers, on %i pixels', async (width) => {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  await page.goto(product.example().consultation, { waitUntil: 'networkidle' });
  await page.getByText('Điều 18. Hiệu lực thi hành').last().waitFor();
  await isInside(page);
  // Under a clause stand the answers about it, each leading to its own place among all of them.
  const under = page.locator('[id="dieu-8.k1.a"] .said');
  await under.getByRole('link', { name: /^Nâng mức phụ cấp lưu trú – Tiếp thu \(/ }).click();
  await page.waitForURL(/\/kq\/[^#]+#nhom-/);
  expect(await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"] h3`).innerText()).toBe(
    'Nâng mức phụ cấp lưu trú',
  );
  await page.goBack({ waitUntil: 'networkidle' });
  await page.getByText('Nhận được 36 = đã trả lời 36 + đang chờ 0').waitFor();
  // What people said when they were asked again: the index, with one interval on its own overview.
  await page.getByText('chỉ số lắng nghe 70 trên 100').waitFor();
  await page.getByRole('link', { name: 'Xem chỉ số lắng nghe' }).click();
  await page.waitForURL(/\/kq\/[^#]+#lang-nghe$/);
  await page.getByRole('link', { name: 'Xem kết quả hỏi lại' }).click();
  await page.getByRole('link', { name: 'Xem tổng quan' }).click();
  await page.locator('#lang-nghe').getByText('độ tin cậy 95%').waitFor();
  expect(await page.locator('#diem-chung').count()).toBe(0);
  await page.goto(product.example().consultation, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Đọc bản được lấy ý kiến: Dự thảo lần 1' }).click();
  await page
    .locator('[id="dieu-8"] .said')
    .getByRole('link', { name: /^Xem mọi người đồng ý hay không/ })
    .click();
  await page.waitForURL(/\/kq\/[^#]+#c/);
  await page
    .locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
    .getByText('Điều 8.')
    .first()
    .waitFor();

  await page.goto(product.example().consultation, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /^Xem Dự thảo lần 2 đã thay đổi gì, vì ai/ }).click();
  const why = (id: string) => page.locator(`[id="${id}"] .because`).innerText();
  expect(await why('dieu-8.k1.a')).toContain('Nâng mức phụ cấp lưu trú – Tiếp thu');
  expect(await why('cu-dieu-10.k3')).toContain('Bỏ hỗ trợ tiền điện thoại – Tiếp thu');
  expect(await page.getByText('Cơ quan soạn thảo tự chỉnh sửa').count()).toBeGreaterThan(0);
  await isInside(page);
  await page.goto(product.example().consultation, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Xem có gì thay đổi' }).click();
  const counts = 'giữ nguyên 20, chỉ khác chính tả, dấu câu 5, đổi số 24, chuyển chỗ 2, sửa 16, thêm 8, bỏ 1';
  await page.getByText(counts).waitFor();
  await isInside(page);

  await page.goto(product.example().consultation);
  await page.getByRole('link', { name: 'Xem kết quả' }).click();
  await page.getByText('63 phiếu trên 84 người được hỏi (75%)').first().waitFor();
  await page.getByText('Trong đó 5 phiếu giấy').waitFor();
  expect(await page.locator('#y-kien').textContent()).toContain('[số điện thoại]');
  const answers = page.locator('#tra-loi');
  expect(await answers.innerText()).toContain('Nhận được 36 = đã trả lời 36 + đang chờ 0');
  expect(await answers.locator('article').count()).toBe(22);
  const saying = (words: string) => answers.getByText(words, { exact: true }).count();
  expect(await saying('Tiếp thu')).toBe(16);
  expect(await saying('Tiếp thu một phần')).toBe(1);
  expect(await saying('Giải trình, không tiếp thu')).toBe(3);
  const named = page.locator('#tra-loi-to-chuc');
  expect(await named.innerText()).toContain('nhận được 6 = đã trả lời 6 + đang chờ 0');
  expect(await named.locator('article').count()).toBe(6);
  expect(await named.getByText('Tổ chức kiến nghị lên Sở Giáo dục và Đào tạo').count()).toBe(1);
  expect(await page.locator('#ban-do svg circle').count()).toBeGreaterThan(1);
  await isInside(page);
  // What was promised stands in its answer, and what became of it on a board of its own, by state.
  expect(await answers.getByText('Tổ Văn phòng thực hiện, hạn hết ngày').count()).toBe(1);
  await page.locator('#cam-ket').getByText('Đã thực hiện 1 · quá hạn 0 · đang thực hiện 1').waitFor();
  await page.locator('#cam-ket').getByRole('link', { name: 'Xem từng cam kết' }).click();
  await page.waitForURL(/\/cam-ket$/);
  expect(await page.locator('[data-commitment]').count()).toBe(2);
  await isInside(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Đã thực hiện (1)' }).click();
  await page.waitForURL(/trang-thai=da-thuc-hien/);
  await page.getByText('Đã niêm yết bảng tổng hợp tại phòng hội đồng').waitFor();
  expect(await page.locator('[data-commitment]').count()).toBe(1);
  await page.getByRole('link', { name: /^Đọc câu trả lời/ }).click();
  await page.waitForURL(/\/kq\/[^#]+#nhom-/);
  await answers.getByRole('link', { name: 'Đọc các bản dự thảo' }).click();
  await page.waitForURL(/\/c\//);
  await page.locator('#to-chuc summary').first().click();
  await page.locator('#to-chuc').getByText('Tổ chức nhất trí với câu trả lời').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await isInside(page);
  await page.context().close();
});

test('63 of 84 answered, with the stances each article of the scenario counts', async () => {
  const { questions, units } = await json<ReleasePage>(`/api/kq/${slug}`);
  const [whole] = units;
  expect(whole!.participation).toMatchObject({ respondents: 63, invited: 84, percent: 75 });
  const tables = questions.flatMap(({ text: asked, tables: own }) => own.map(() => asked.vi));
  const stances = (article: number) => {
    const cells = whole!.cells[tables.findIndex((asked) => asked.startsWith(`Điều ${article}.`))];
    return Array.isArray(cells) ? cells.slice(-4) : cells;
  };
  const counted = [4, 6, 8, 11, 13, 14].map((article) => [article, stances(article)]);
  expect(counted).toEqual([
    [4, [51, 4, 0, 8]],
    [6, [31, 27, 2, 3]],
    [8, [22, 34, 5, 2]],
    [11, [30, 29, 1, 3]],
    [13, [24, 18, 17, 4]],
    [14, [28, 30, 1, 4]],
  ]);
  const report = await (await fetch(`${product.origin}/api/kq/${slug}/release.docx`)).arrayBuffer();
  const said = wordsIn(unzipped(report)['word/document.xml']!);
  expect(said.some((words) => words.startsWith('Trong đó 5 phiếu giấy'))).toBe(true);
  const filed = await (await fetch(`${product.origin}/api/kq/${slug}/response-table.docx`)).arrayBuffer();
  expect(wordsIn(unzipped(filed)['word/document.xml']!)).toContain('Số phiếu thu được: 63, trong đó 5 phiếu giấy.');
  const at = said.findIndex((words) => /^Câu \d+\. Điều 8\./.test(words));
  expect(said.slice(at + 1, at + 5)).toEqual(['22 (34,9%)', '34 (54%)', '5 (7,9%)', '2 (3,2%)']);
});

test('sixteen accepted, one partly, three explained, one noted, and who only agreed: each with its clause', async () => {
  const { answers, counter, whole } = await json<PublicRepliesView>(`/api/kq/${slug}/replies`);
  const by = Object.groupBy(answers, ({ resolution }) => resolution);
  const counted = Object.fromEntries(Object.entries(by).map(([resolution, own]) => [resolution, own.length]));
  expect(counted).toEqual({ accepted: 16, partially_accepted: 1, explained: 3, noted: 1, agreed: 1 });
  expect(counter).toEqual({ received: 36, answered: 36, pending: 0 });
  expect(whole).toBe(true);
  const clauseOf = (title: string) => answers.find((one) => one.title === title)?.clause;
  expect(clauseOf('Nâng mức phụ cấp lưu trú')).toMatchObject({ path: 'dieu-8.k1.a', version: 2, dropped: false });
  expect(clauseOf('Bỏ hỗ trợ tiền điện thoại')).toMatchObject({ path: 'dieu-10.k3', version: 1, dropped: true });
  expect(answers.filter(({ clause }) => clause !== null)).toHaveLength(17);
});

test('all of it leaves as a pack whose own script counts every figure anew, and names what does not fit', async () => {
  const taken = await union.send('GET', `/surveys/${await survey()}/evidence.zip`);
  const files = unzipSync(new Uint8Array(await taken.arrayBuffer()));
  const sound = await counting(files);
  expect(sound.said).toMatch(/^✓ 15 tệp còn nguyên, \d+ số liệu đếm lại đều khớp/);
  expect(sound.code).toBe(0);
  const figures = JSON.parse(strFromU8(files['so-lieu.json']!)) as Record<string, unknown>;
  const told = {
    answers: 22,
    'answers.accepted': 16,
    'answers.withClause': 17,
    opinions: 36,
    'results.respondents': 63,
    'results.onPaper': 5,
    commitments: 2,
    'commitments.kept': 1,
    'commitments.open': 1,
    'commitments.disputed': 0,
    'commitments.confirmed': 0,
  };
  const relations = { 'changes.unchanged': 20, 'changes.modified': 16, 'changes.added': 8, 'changes.removed': 1 };
  expect(figures).toMatchObject({ ...told, ...relations, versions: 2 });
  const names = Object.keys(figures);
  expect(names.filter((name) => name.startsWith('stances.')).length).toBeGreaterThan(20);

  const wrong = Object.fromEntries(names.map((name) => [name, 'x']));
  const { said, code } = await counting({ ...files, 'so-lieu.json': strToU8(JSON.stringify(wrong)) });
  expect([code, names.filter((name) => !said.includes(`Số liệu ${name}:`))]).toEqual([1, []]);
  expect(said).toContain('Tệp so-lieu.json đã bị sửa');
  const answers = strFromU8(files['tra-loi.json']!).replace('Nâng mức phụ cấp lưu trú', 'Giảm mức phụ cấp lưu trú');
  const altered = await counting({ ...files, 'tra-loi.json': strToU8(answers) });
  expect(altered.said).toMatch(/Câu trả lời số \d+ không khớp với chuỗi mã băm/);
  expect(altered.said).toContain('Bảng tổng hợp không có câu trả lời cho “Giảm mức phụ cấp lưu trú”');

  const board = strFromU8(files['cam-ket.json']!).replace('"kind": "kept"', '"kind": "reopened"');
  const unkept = await counting({ ...files, 'cam-ket.json': strToU8(board) });
  expect(unkept.said).toMatch(/Cam kết “[^”]+” không khớp với câu trả lời đã công bố/);
  expect(unkept.said).toContain('Số liệu commitments.kept: hồ sơ ghi 1, đếm lại được 0.');
  const lines = strFromU8(files['cam-ket-dong.json']!).replace('Đã niêm yết', 'Chưa niêm yết');
  const unsaid = await counting({ ...files, 'cam-ket-dong.json': strToU8(lines) });
  expect(unsaid.said).toContain('Một dòng về cam kết không khớp với mã băm của nó.');
  expect(unsaid.said).toMatch(/Dòng “Đã niêm yết[^”]+” về cam kết không khớp với bản đã ghi/);

  // It holds what anybody may read, and nothing else.
  const held = (name: string): unknown => JSON.parse(strFromU8(files[name]!));
  expect(held('ket-qua.json')).toEqual(await json(`/api/kq/${slug}`));
  expect(held('y-kien.json')).toEqual(await json(`/api/kq/${slug}/comments`));
  expect(held('cam-ket.json')).toEqual(await json(`/api/kq/${slug}/commitments`));
  expect(held('tra-loi.json')).toEqual(await json(`/api/kq/${slug}/replies.json`));
  expect(held('to-chuc.json')).toEqual(await json(`/api/c/${slug}/organisations`));
  expect(held('bang-tong-hop.json')).toEqual(await json(`/api/kq/${slug}/response-table.json`));
});

test('what was returned stands in the history of its answer', async () => {
  const at = `/surveys/${await survey()}/replies`;
  const { clusters } = await read<RepliesView>(at);
  const { id } = clusters.find(({ title }) => title === 'Thanh toán ra đề, coi thi, chấm thi học kỳ')!;
  const { history } = await read<ReplyView>(`${at}/clusters/${id}`);
  const kinds = ['assign', 'propose', 'return', 'propose', 'check', 'approve'];
  expect(history.map(({ kind }) => kind)).toEqual(kinds);
  expect(history.find(({ kind }) => kind === 'return')?.reason).toContain('chưa nêu lý do');
});

test('the Front is answered on its criteria, points and proposals, further where it was not satisfied, and its last word lies open at the desk', async () => {
  const { named } = await json<PublicRepliesView>(`/api/kq/${slug}/replies`);
  const told = named.answers.map(({ resolution, verdict, earlier }) => [
    resolution,
    verdict?.verdict ?? null,
    earlier.map((one) => one.verdict?.verdict),
  ]);
  expect(told).toEqual([
    ['agreed', 'satisfied', []],
    ['accepted', 'satisfied', []],
    ['accepted', 'satisfied', []],
    ['explained', null, ['not_satisfied']],
    ['noted', 'escalate', []],
    ['noted', 'satisfied', []],
  ]);
  const { points, clusters } = await read<RepliesView>(`/surveys/${await survey()}/replies?filter=disputed`);
  expect([points, clusters.map(({ mine }) => mine)]).toEqual([{ received: 6, answered: 6, disputed: 1 }, [true]]);
});

test('on a phone without scripts the Front comes in by its link and says what it holds of the further answer', async () => {
  const at = `/surveys/${await survey()}/opinions`;
  const { organisations } = await read<OrganisationsView>(at);
  const link = await union.send('POST', `${at}/${organisations[0]!.id}/link`);
  const { url } = (await link.json()) as OrganisationLinkView;
  const page = await (
    await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
  ).newPage();
  await page.goto(url);
  await page.getByLabel('Đường dẫn đã nhận').fill(url);
  await page.getByRole('button', { name: 'Vào trang' }).click();
  await page.getByText('Đã trả lời 6 trong 6 nhận xét, góp ý, kiến nghị').waitFor();
  await page.getByText('Cho ý kiến về câu trả lời này').click();
  await page.getByLabel('Chưa nhất trí, đề nghị trả lời thêm').check();
  await page.getByRole('button', { name: 'Gửi ý kiến về câu trả lời' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Lý do ngắn quá.' }).waitFor();
  expect(await page.getByLabel('Chưa nhất trí, đề nghị trả lời thêm').isChecked()).toBe(true);
  await isInside(page);
  await page.getByLabel('Lý do', { exact: true }).fill('Bảng tính vẫn chưa được niêm yết.');
  await page.getByRole('button', { name: 'Gửi ý kiến về câu trả lời' }).click();
  await page.getByRole('status').getByText('Đã gửi ý kiến về câu trả lời.').waitFor();
  expect(await page.getByText('Cho ý kiến về câu trả lời này').count()).toBe(0);
  await page.context().close();
});

test('nothing of what was masked stands on a public page, in a file or in what machines read', async () => {
  const pages = [
    `/c/${slug}`,
    `/c/${slug}?ban=1`,
    `/c/${slug}/thay-doi`,
    `/kq/${slug}`,
    `/kq/${slug}/tong-quan`,
    `/kq/${slug}/cam-ket`,
  ];
  const tables = ['release', 'response-table'].flatMap((table) => [`${table}.csv`, `${table}.json`]);
  const files = ['comments', 'comments.csv', 'comments.json', 'replies', 'replies.csv', 'replies.json', ...tables];
  const machines = [`/api/kq/${slug}`, `/api/kq/${slug}/commitments`, `/api/c/${slug}`, `/api/c/${slug}/changes`];
  for (const path of [...pages, ...machines, ...files.map((file) => `/api/kq/${slug}/${file}`)]) {
    const answer = await fetch(product.origin + path);
    expect([path, answer.status]).toEqual([path, 200]);
    const words = await answer.text();
    expect([path, masked.filter((hidden) => words.includes(hidden))]).toEqual([path, []]);
  }
});

test('the drafts of the example are those the lineage of clauses is tried with', async () => {
  const seed = (name: string) => readFile(new URL(`../../db/seeds/${name}`, import.meta.url), 'utf8');
  expect(await seed('sample-draft-v1.md')).toBe(drafts.sampleFirst);
  expect(await seed('sample-draft-v2.md')).toBe(drafts.sampleSecond);
});

test('the inspection board finds a report on its desk, and on a phone without scripts says it is not as reported', async () => {
  const inspector = await deskOf(product, 'inspector');
  const viewport = { width: 390, height: 800 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: false });
  await context.addCookies([inspector.session]);
  const page = await context.newPage();
  await page.goto(`${product.origin}/lam-viec`);
  await page.locator('#kiem-tra').getByRole('link').first().click();
  await page.getByText('Ban Thanh tra nhân dân chưa kiểm tra.').first().waitFor();
  await page.getByRole('link', { name: /^Ghi kết luận/ }).click();
  await page.getByLabel('Chưa đúng như báo cáo').check();
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Xin viết cụ thể đã thấy gì, ít nhất 30 chữ.' }).waitFor();
  expect(await page.getByLabel('Chưa đúng như báo cáo').isChecked()).toBe(true);
  await isInside(page);
  const found = 'Bảng đã niêm yết ở phòng hội đồng, nhưng chưa thấy đăng trên trang thông tin của trường.';
  await page.getByLabel('Lời của Ban').fill(found);
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByText('Đã ghi kết luận của Ban.').waitFor();
  await page.goto(`${product.origin}/kq/${slug}/cam-ket`);
  const [board] = await page.locator('[data-commitment]').allInnerTexts();
  expect(board).toMatch(/Chưa đúng như báo cáo\nbáo đã thực hiện ngày/);
  for (const words of [found, 'Đã niêm yết bảng tổng hợp tại phòng hội đồng']) expect(board).toContain(words);
  await page.getByText('Đã thực hiện 0 · quá hạn 0 · đang thực hiện 1').waitFor();
  await page.getByText('Chưa đúng như báo cáo 1.').waitFor();
  await isInside(page);
  await context.close();
});

test('a photograph is brought as evidence without scripts: what is wrong is said, nothing is lost, and it tells no place', async () => {
  const drafter = await deskOf(product, 'drafter');
  const at = `/lam-viec/khao-sat/${await survey()}/cam-ket`;
  const drawing = await (await browser.newContext()).newPage();
  const photo = await photoWith(drawing, 'GPS 20.43N 106.16E cô Lan');
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
  await context.addCookies([drafter.session]);
  const page = await context.newPage();
  await page.goto(`${product.origin}${at}`);
  await page.getByRole('link', { name: /^Báo đã thực hiện/ }).click();
  const words = 'Đã tổ chức buổi đối thoại tại hội trường, biên bản và ảnh chụp kèm theo.';
  await page.getByLabel('Đã làm gì').fill(words);
  const files = page.getByLabel('Tệp minh chứng (nếu có)');
  const jpeg = { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo };
  await files.setInputFiles([jpeg, { name: 'bien-ban.png', mimeType: 'image/png', buffer: Buffer.from('<html>') }]);
  const open = page.getByLabel('Các tệp này không có bí mật nhà nước', { exact: false });
  await open.check();
  await page.getByRole('button', { name: 'Báo đã thực hiện' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Tệp “bien-ban.png” không phải PDF/ })
    .waitFor();
  expect(await page.getByLabel('Đã làm gì').inputValue()).toBe(words);
  expect(await page.getByLabel('Đã nhận, giữ lại: Ảnh JPEG', { exact: false }).isChecked()).toBe(true);
  await isInside(page);
  await page.getByRole('button', { name: 'Báo đã thực hiện' }).click();
  await page.getByText('Đã ghi nhận minh chứng.').waitFor();

  await drawing.goto(`${product.origin}/kq/${slug}/cam-ket`);
  const link = drawing.getByRole('link', { name: /^Ảnh JPEG/ });
  const address = product.origin + (await link.getAttribute('href'))!;
  const answer = await fetch(address);
  expect([answer.headers.get('content-type'), answer.headers.get('set-cookie')]).toEqual(['image/jpeg', null]);
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toMatch(/GPS|Lan/);
  // It stands upright, as it was taken.
  await drawing.goto(address);
  const size = await drawing.evaluate<number[]>('[document.images[0].naturalWidth, document.images[0].naturalHeight]');
  expect(size).toEqual([20, 40]);
  await drawing.context().close();
  await context.close();
});
