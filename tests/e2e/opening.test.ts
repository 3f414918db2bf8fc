import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { drafting, type Drafting } from '../support/drafting.ts';
import { faultsOf } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';

const template = 'khao-sat-hai-long-phu-huynh';
let drafts: Drafting;
beforeAll(async () => {
  drafts = await drafting();
});
afterAll(() => drafts?.leave());

const create: Drafting['create'] = (begin) => drafts.create(begin);
const held: Drafting['held'] = (survey) => drafts.held(survey);
const editor = (survey: SurveyView, viewport = { width: 1280, height: 900 }) => drafts.editor(survey, { viewport });

const title = (page: Page) => page.locator('[id="title.vi"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('what speaks against opening stands beside its field while one writes, and the summary leads there', async () => {
  const survey = await create();
  const words = (vi: string) => ({ vi, en: vi });
  const options = ['Có', 'Không'].map((vi, at) => ({ id: `o${at + 1}`, text: words(vi) }));
  const definition = await held(survey);
  const questions = [{ ...definition.questions[0], text: words('Có khó khăn?'), options }];
  const written = { ...definition, title: words('Khảo sát'), questions };
  await drafts.desk.send('PUT', `/surveys/${survey.id}`, { definition: written, revision: 0 });
  const page = await editor(survey);
  await button(page, '+ viết tự do').click();
  await page.locator('#mo').getByText('Còn lời mẫu “Câu hỏi mới”').waitFor();
  expect(await page.locator('[id="questions.1.text.vi-remarks"]').innerText()).toContain('Còn lời mẫu');
  await page.locator('[id="questions.1.text.vi"]').fill('Khó khăn gì?');
  await expect.poll(() => page.locator('#mo').getByText('Còn lời mẫu').count()).toBe(0);
  await page.locator('#mo').getByText('Còn lời chưa có bản tiếng Anh').waitFor();
  expect(await page.locator('[id="questions.1.text.en-remarks"]').innerText()).toContain('Chưa có bản tiếng Anh');
  await page.locator('[data-question=q2] > summary').click();
  await page.locator('#mo a', { hasText: 'Câu 2' }).click();
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('questions.1.text.en');
  await page.locator('[id="questions.1.showIf"]').selectOption({ index: 1 });
  await button(page, 'Chuyển lên: Câu 2').click();
  await page.locator('#mo').getByText('Câu này chỉ hiện theo một câu đứng sau nó').waitFor();
  expect(await page.locator('[id="questions.0.showIf-remarks"]').innerText()).toContain('đứng sau nó');
  expect(await page.locator('summary', { hasText: 'Mở khảo sát' }).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('#mo').getByText('đứng sau nó').count()).toBe(0);
  await page.context().close();
});

test('what is opened is what is written, and the page says so where it cannot be saved', async () => {
  const survey = await create({ template });
  const page = await editor(survey);
  await page.locator('summary', { hasText: 'Mở khảo sát' }).click();
  await title(page).fill('Viết rồi mở ngay');
  await button(page, 'Mở khảo sát này').click();
  await page.getByText('Khảo sát đã mở').waitFor();
  expect((await held(survey)).title.vi).toBe('Viết rồi mở ngay');
  await page.context().close();
});

test('before whom answers are private is said in the same words where the door is chosen, at the opening, afterwards and to who answers', async () => {
  const survey = await create({ template });
  const page = await editor(survey, { width: 360, height: 740 });
  const saidIn = async (place: string) => (await page.locator(`${place} li:has(> strong)`).allInnerTexts()).join();
  await page.locator('summary', { hasText: 'Mở khảo sát' }).click();
  const said = await saidIn('#mo form[action="?/open"]');
  for (const part of ['Che được:', 'Còn yếu:', 'Chưa che được:']) expect(said).toContain(part);
  await page.locator('summary', { hasText: 'Hỏi ai, bằng cách nào' }).click();
  expect(await saidIn('dt.chosen + dd')).toBe(said);
  await page.locator('[id=door]').selectOption('one_time_code');
  await expect.poll(() => saidIn('dt.chosen + dd')).toContain('tự rút phiếu');
  await expect.poll(() => saidIn('#mo form[action="?/open"]')).toContain('tự rút phiếu');
  await picture(page, 'opening-door');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('[id=door]').selectOption('unit_link');
  await button(page, 'Mở khảo sát này').click();
  await page.getByText('Khảo sát đã mở').waitFor();
  expect(await saidIn('#kin')).toBe(said);
  await page.goto((await drafts.desk.survey(survey.id)).links[0]!.url);
  await page.locator('.before summary').click();
  expect(await saidIn('.before details')).toBe(said);
  await page.context().close();
});

test('what cannot be saved is named at the button that was to open it, and one press leads to its field', async () => {
  const survey = await create({ template });
  const page = await editor(survey, { width: 360, height: 800 });
  await page.locator('[data-question=q1] > summary').click();
  await page.locator('[id="questions.0.options.1.text.vi"]').fill('');
  await page.locator('[data-question=q1] > summary').click();
  await page.locator('summary', { hasText: 'Mở khảo sát…' }).click();
  await button(page, 'Mở khảo sát này').click();
  const summary = page.locator('#mo [role=alert]');
  await summary.waitFor();
  expect(await summary.innerText()).toContain('Câu 1 · Lựa chọn 2 · Tiếng Việt');
  expect(await page.evaluate<boolean>('document.activeElement.matches("#mo [role=alert]")')).toBe(true);
  await picture(page, 'opening-unsaved');
  expect(await faultsOf(page)).toEqual([]);
  const box = (await page.locator('#mo input[name=closesAt]').boundingBox())!;
  const panel = (await page.locator('#mo details[open] > div').first().boundingBox())!;
  expect(box.x + box.width).toBeLessThan(panel.x + panel.width);
  await summary.getByRole('link').click();
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('questions.0.options.1.text.vi');
  const check = page.locator('[id="questions.0"] .checks input').nth(1);
  expect((await check.boundingBox())!.width).toBeGreaterThan(20);
  await picture(page, 'opening-unsaved-field');
  await page.keyboard.insertText('Tiểu học');
  await summary.waitFor({ state: 'detached' });
  await page.context().close();
});

test('English is pointed at where the Vietnamese it translates was rewritten, and opening does not wait for it', async () => {
  const survey = await create({ template });
  const page = await editor(survey);
  await title(page).fill('Tên đã sửa');
  await page.locator('[id="title.en-remarks"]').getByText('có thể chưa theo kịp').waitFor();
  await page.locator('#mo').getByText('Có lời tiếng Anh có thể chưa theo kịp').waitFor();
  expect(await page.locator('summary', { hasText: 'Mở khảo sát…' }).isVisible()).toBe(true);
  await picture(page, 'editor-english-behind');
  await page.locator('[id="title.en"]').fill('A title of today');
  await expect.poll(() => page.locator('[id="title.en-remarks"]').count()).toBe(0);
  await page.context().close();
});

test('the opening step says how many links there will be and for whom, and takes one for the whole instead', async () => {
  const survey = await create({ template, unitId: 'SGDDT' });
  const page = await editor(survey, { width: 360, height: 740 });
  const step = page.locator('#mo');
  const { count, names } = survey.context!.units;
  expect(count).toBeGreaterThan(4);
  await step.getByText(`Sẽ có ${count} liên kết`).waitFor();
  expect(await step.innerText()).toContain(names[0]);
  expect(await step.innerText()).toContain(`${survey.unit} không có liên kết riêng`);
  await picture(page, 'opening-links');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, `Dùng một liên kết cho cả ${survey.unit}`).click();
  await step.getByText(`Sẽ có một liên kết cho cả ${survey.unit}`).waitFor();
  await page.locator('.bar p').getByText('Đã lưu lúc').waitFor();
  expect((await held(survey)).door).toBe('open_link');
  const door = page.locator('[id=door]');
  expect(await door.inputValue()).toBe('open_link');
  await page.locator('summary', { hasText: 'Mở khảo sát…' }).click();
  await button(page, 'Mở khảo sát này').click();
  await page.getByText('Khảo sát đã mở').waitFor();
  const { links } = await drafts.desk.survey(survey.id);
  expect(links.map(({ unit }) => unit)).toEqual([null]);
  const entrance = await (await fetch(`${drafts.product.origin}/api/s/${links[0]!.slug}`)).json();
  expect(entrance).toMatchObject({ unit: null });
  await page.context().close();
});
