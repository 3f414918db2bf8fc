import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { drafting, type Drafting } from '../support/drafting.ts';
import { faultsOf } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';

let drafts: Drafting;
beforeAll(async () => {
  drafts = await drafting();
});
afterAll(() => drafts?.leave());

const create: Drafting['create'] = (begin) => drafts.create(begin);
const held: Drafting['held'] = (survey) => drafts.held(survey);
const editor: Drafting['editor'] = (survey, options) => drafts.editor(survey, options);
const questionsOf = async (survey: SurveyView) => (await held(survey)).questions.map(({ id }) => id);

const state = (page: Page) => page.locator('.bar p');
const saved = (page: Page) => state(page).getByText('Đã lưu lúc').waitFor();
const title = (page: Page) => page.locator('[id="title.vi"]');
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

test('what is written is saved by itself, undone and done again by keys, and a field keeps its own undoing', async () => {
  const survey = await create();
  const page = await editor(survey);
  expect(await page.getByRole('button', { name: 'Lưu bản soạn' }).count()).toBe(0);
  await title(page).fill('Khảo sát tự lưu ');
  await saved(page);
  expect((await held(survey)).title.vi).toBe('Khảo sát tự lưu');
  expect(await title(page).inputValue()).toBe('Khảo sát tự lưu ');
  await title(page).press('End');
  await page.keyboard.type('xyz');
  await page.keyboard.press('Control+z');
  expect(await title(page).inputValue()).not.toContain('xyz');
  await saved(page);
  await page.locator('summary', { hasText: 'Câu 1' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => title(page).inputValue()).toBe('Khảo sát mới');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => title(page).inputValue()).toBe('Khảo sát tự lưu');
  expect((await held(survey)).title.vi).toBe('Khảo sát tự lưu');
  await page.context().close();
});

test('a whole survey is made by keyboard alone', async () => {
  const survey = await create();
  const page = await editor(survey);
  const press = async (name: string | RegExp) => {
    await button(page, name).first().focus();
    await page.keyboard.press('Enter');
  };
  await press('+ chọn nhiều');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Anh chị cần gì?');
  await page.locator('[data-question=q2] summary', { hasText: 'Dán nhiều dòng' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('1. Nhà để xe\n2. Bếp ăn');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await press('Chuyển lên: Câu 2');
  expect(await page.evaluate<string>('document.activeElement.value')).toBe('down:q2');
  await saved(page);
  const [first] = (await held(survey)).questions;
  expect(first).toMatchObject({ id: 'q2', text: { vi: 'Anh chị cần gì?' } });
  expect((first as { options: { text: { vi: string } }[] }).options.map(({ text }) => text.vi).slice(3)).toEqual([
    'Nhà để xe',
    'Bếp ăn',
  ]);
  await page.context().close();
});

test('the network is lost while somebody writes: nothing is lost, not even by reloading', async () => {
  const survey = await create();
  const page = await editor(survey);
  const context = page.context();
  await context.route('**/lam-viec/api/**', (route) => route.abort());
  await title(page).fill('Viết khi mất mạng');
  await state(page).getByText('Những gì đã viết được giữ trên máy này').waitFor();
  await picture(page, 'editor-offline');
  await page.close();
  const again = await drafts.open(context, survey);
  expect(await title(again).inputValue()).toBe('Viết khi mất mạng');
  await context.unroute('**/lam-viec/api/**');
  await button(again, 'Thử lại').click();
  await saved(again);
  expect((await held(survey)).title.vi).toBe('Viết khi mất mạng');
  expect(await again.evaluate<number>('Object.keys(localStorage).filter((key) => key.includes("editor")).length')).toBe(
    0,
  );
  await context.close();
});

test('what is empty is named beside its field and saved once it is filled', async () => {
  const survey = await create();
  const page = await editor(survey);
  await title(page).fill('');
  await state(page).getByText('Chưa lưu được').waitFor();
  expect(await title(page).getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('[id="title.vi-remarks"]').innerText()).toContain('trống');
  await title(page).fill('Có tên');
  await saved(page);
  await page.context().close();
});

test('two who write in different places both see both; in one place both words are shown and either comes back', async () => {
  const survey = await create();
  const [one, two] = [await editor(survey), await editor(survey)];
  await title(one).fill('Tên mới');
  await saved(one);
  await two.locator('[id="intro.vi"]').fill('Lời ngỏ mới');
  await state(two).getByText('Đã gộp với phần').waitFor();
  await saved(two);
  expect(await title(two).inputValue()).toBe('Tên mới');
  expect(await held(survey)).toMatchObject({ title: { vi: 'Tên mới' }, intro: { vi: 'Lời ngỏ mới' } });
  await title(one).fill('Tên của người thứ nhất');
  await saved(one);
  await title(two).fill('Tên của người thứ hai');
  await two.getByText('Giữ bản của tôi').waitFor();
  expect(await two.locator('dl dd:visible').allInnerTexts()).toEqual([
    'Tên của người thứ hai',
    'Tên của người thứ nhất',
  ]);
  await picture(two, 'editor-clash');
  expect(await faultsOf(two)).toEqual([]);
  await button(two, /^Lấy bản của/).click();
  await saved(two);
  expect(await title(two).inputValue()).toBe('Tên của người thứ nhất');
  await button(two, 'Hoàn tác').click();
  await expect.poll(() => title(two).inputValue()).toBe('Tên của người thứ hai');
  await one.context().close();
  await two.context().close();
});

test('without scripts everything is a form: what somebody else saved meanwhile is merged, or shown', async () => {
  const survey = await create();
  const page = await editor(survey, { javaScriptEnabled: false });
  const other = { ...(await held(survey)), estMinutes: 9 };
  expect((await drafts.desk.send('PUT', `/surveys/${survey.id}`, { definition: other, revision: 0 })).status).toBe(200);
  await title(page).fill('Không cần script');
  await button(page, '+ viết tự do').click();
  await page.getByText('hai phần đã được gộp lại').waitFor();
  expect(await held(survey)).toMatchObject({ title: { vi: 'Không cần script' }, estMinutes: 9 });
  expect(await questionsOf(survey)).toEqual(['q1', 'q2']);
  const theirs = { ...(await held(survey)), title: { vi: 'Tên khác' } };
  await drafts.desk.send('PUT', `/surveys/${survey.id}`, {
    definition: theirs,
    revision: (await drafts.desk.survey(survey.id)).revision,
  });
  await title(page).fill('Tên của tôi');
  await button(page, 'Lưu bản soạn').last().click();
  await page.getByText('đã lưu lúc').waitFor();
  expect(await title(page).inputValue()).toBe('Tên của tôi');
  await button(page, 'Vẫn lưu bản của tôi').click();
  await page.getByText('hai phần đã được gộp lại').waitFor();
  expect((await held(survey)).title.vi).toBe('Tên của tôi');
  await button(page, 'Hoàn tác').click();
  expect(await title(page).inputValue()).toBe('Tên khác');
  await page.context().close();
});

test('two quick presses of undo go back two steps, and a step that fails says so', async () => {
  const survey = await create();
  const page = await editor(survey);
  for (const words of ['Tên một', 'Tên hai', 'Tên ba']) {
    await title(page).fill(words);
    await expect.poll(async () => (await held(survey)).title.vi, { timeout: 10_000 }).toBe(words);
  }
  await page.evaluate(`(() => {
    const undo = [...document.querySelectorAll('.bar button')].find(({ textContent }) => textContent.includes('Hoàn tác'));
    undo.click();
    undo.click();
  })()`);
  await expect.poll(() => title(page).inputValue(), { timeout: 10_000 }).toBe('Tên một');
  expect((await held(survey)).title.vi).toBe('Tên một');
  await page.context().route('**/restore', (route) => route.abort());
  await button(page, 'Hoàn tác').click();
  await state(page).getByText('Chưa lùi hay tiến được bước nào').waitFor();
  expect(await title(page).inputValue()).toBe('Tên một');
  await page.context().close();
});

test('the sheet stands beside the editor as a respondent sees it, in both languages, and sends and keeps nothing', async () => {
  const survey = await create({ template: 'khao-sat-hai-long-phu-huynh' });
  const page = await editor(survey);
  const sent: string[] = [];
  page.on('request', (request) => void (request.url().includes('/s/') && sent.push(request.url())));
  const sheet = page.frameLocator('iframe');
  await title(page).fill('Tên thấy ngay bên cạnh');
  await sheet.locator('h1', { hasText: 'Tên thấy ngay bên cạnh' }).waitFor();
  await page.locator('[data-question=q2] > summary').click();
  await page.locator('[id="questions.1.showIf"]').selectOption({ index: 1 });
  await expect.poll(() => sheet.locator('#q2').isVisible()).toBe(false);
  await sheet.locator('#q1 label').first().click();
  await expect.poll(() => sheet.locator('#q2').isVisible()).toBe(true);
  await title(page).fill('Tên khác');
  await sheet.locator('h1', { hasText: 'Tên khác' }).waitFor();
  expect(await sheet.locator('#q2').isVisible()).toBe(true);
  await button(page, 'Tiếng Anh').click();
  await expect.poll(() => sheet.locator('html').getAttribute('lang')).toBe('en');
  await sheet.locator('form button[type=submit]').click();
  await sheet.locator('#status', { hasText: 'nothing was sent' }).waitFor();
  expect(sent).toEqual([]);
  expect(await page.evaluate<number>('Object.keys(localStorage).filter((key) => key.includes("draft")).length')).toBe(
    0,
  );
  await page.context().close();
});

test('without scripts the sheet is a page of its own that sends nothing', async () => {
  const survey = await create();
  const page = await editor(survey, { javaScriptEnabled: false });
  const [sheet] = await Promise.all([page.context().waitForEvent('page'), page.getByText('Xem thử phiếu').click()]);
  await sheet.getByRole('button', { name: 'Gửi phiếu' }).click();
  expect(new URL(sheet.url()).pathname).toBe(`/lam-viec/khao-sat/${survey.id}/xem-thu`);
  await sheet.getByText('English').click();
  await sheet.getByText('nothing is sent').waitFor();
  const alive = await editor(survey, { viewport: { width: 360, height: 740 } });
  await alive.goto(sheet.url());
  expect(await faultsOf(alive)).toEqual([]);
  await alive.context().close();
  await page.context().close();
});

test('questions are dragged with a mouse, options with a finger on a phone, and it is said where they are now', async () => {
  const survey = await create({ template: 'khao-sat-hai-long-phu-huynh' });
  const page = await editor(survey);
  const grip = page.locator('[data-question=q1] > summary [data-grip]');
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [(await grip.boundingBox())!, (await page.locator('[data-question=q2]').boundingBox())!];
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, to.y + to.height, { steps: 8 });
  await page.mouse.up();
  await saved(page);
  expect((await questionsOf(survey)).slice(0, 3)).toEqual(['q2', 'q1', 'q3']);
  await page.context().close();

  const phone = await editor(survey, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await phone.locator('[data-question=q1] > summary').tap();
  const options = phone.locator('[data-question=q1] [data-list=option] [data-item]');
  const finger = await phone.context().newCDPSession(phone);
  const touch = (type: string, x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  await options.nth(1).locator('[data-grip]').scrollIntoViewIfNeeded();
  const at = (await options.nth(1).locator('[data-grip]').boundingBox())!;
  const above = (await options.nth(0).boundingBox())!;
  await touch('touchStart', at.x + 20, at.y + 20);
  for (let step = 1; step <= 6; step++) await touch('touchMove', at.x + 20, at.y + 20 + ((above.y - at.y) * step) / 6);
  await touch('touchEnd', 0, 0);
  await phone.locator('p[role=status]', { hasText: 'Tiểu học: nay ở vị trí 1 trên 5' }).waitFor({ state: 'attached' });
  await saved(phone);
  const first = (await held(survey)).questions.find(({ id }) => id === 'q1') as { options: { text: { vi: string } }[] };
  expect(first.options.map(({ text }) => text.vi).slice(0, 2)).toEqual(['Tiểu học', 'Mầm non']);
  await picture(phone, 'editor-phone');
  expect(await faultsOf(phone)).toEqual([]);
  await phone.context().close();
});

test('legal bases come from the register by number; one that was replaced is warned of, and rewriting it mends that', async () => {
  const survey = await create();
  const page = await editor(survey);
  await page.locator('summary', { hasText: 'Căn cứ pháp lý' }).click();
  const add = async (words: string) => {
    await page.getByLabel('Thêm căn cứ', { exact: true }).fill(words);
    await button(page, '+ Thêm căn cứ này').click();
  };
  await add('149/2018/NĐ-CP');
  await page.locator('#mo').getByText('149/2018/NĐ-CP đã được thay thế bởi Nghị định 145/2020/NĐ-CP').waitFor();
  const remark = page.locator('[id="legalBases.0.text.vi-remarks"]');
  expect(await remark.innerText()).toContain('từ ngày 01/02/2021');
  await add('10/2022/QH15');
  await add('Quy chế dân chủ của trường');
  await button(page, /^Chuyển lên: Luật/).click();
  await picture(page, 'editor-bases');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('[id="legalBases.1.text.vi"]').fill('Nghị định 59/2023/NĐ-CP');
  await expect.poll(() => page.locator('#mo').getByText('đã được thay thế').count()).toBe(0);
  await saved(page);
  expect((await held(survey)).legalBases.map(({ ref, text }) => [ref, text.vi])).toEqual([
    ['L10-2022', 'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022'],
    ['ND149-2018', 'Nghị định 59/2023/NĐ-CP'],
    ['khac1', 'Quy chế dân chủ của trường'],
  ]);
  await page.context().close();

  const plain = await editor(survey, { javaScriptEnabled: false });
  await plain.locator('summary', { hasText: 'Căn cứ pháp lý' }).click();
  await plain.getByLabel('Thêm căn cứ', { exact: true }).fill('13/2023/NĐ-CP');
  await button(plain, '+ Thêm căn cứ này').click();
  await plain.getByText('Đã lưu thay đổi').waitFor();
  expect(await plain.locator('#mo').innerText()).toContain('356/2025/NĐ-CP từ ngày 01/01/2026');
  await plain.context().close();
});
