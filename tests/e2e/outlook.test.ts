import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { drafting, type Drafting } from '../support/drafting.ts';
import { faultsAtWidths } from '../support/faults.ts';

const template = 'khao-sat-hai-long-phu-huynh';
let drafts: Drafting;
let survey: SurveyView;
beforeAll(async () => {
  drafts = await drafting();
  survey = await drafts.create({ template });
  const definition = { ...(survey.definition as Definition), plan: { breakdowns: ['q1'] } };
  await drafts.desk.send('PUT', `/surveys/${survey.id}`, { definition, revision: survey.revision });
});
afterAll(() => drafts?.leave());

const address = () => `${drafts.product.origin}/lam-viec/khao-sat/${survey.id}/du-kien`;
const sentenceOf = (page: Page) => page.locator('#uoc-tinh [role=status]').innerText();

test('how much will be shown is asked without scripts, on a narrow phone and by keyboard, and said on paper', async () => {
  const page = await drafts.editor(survey, { javaScriptEnabled: false, viewport: { width: 360, height: 700 } });
  await page.locator('#mo').getByRole('link', { name: 'Xem kỹ và thử con số khác' }).click();
  expect(page.url()).toBe(address());
  expect(await sentenceOf(page)).toMatch(/^Nếu [\d.]+ trong [\d.]+ gia đình trả lời/);
  const before = await page.locator('#uoc-tinh table').innerText();
  expect(before).toContain('Phân nhóm theo câu 1');
  await page.getByLabel('Trong 100 người được hỏi, có bao nhiêu người trả lời?').selectOption('40');
  await page.locator('[id="q1.1"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page.waitForURL(/rate=40/);
  expect(await page.locator('[id="q1.1"]').inputValue()).toBe('0');
  expect(await page.locator('#uoc-tinh table').innerText()).not.toBe(before);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#uoc-tinh table').isVisible()).toBe(true);
  await page.context().close();
});

test('nothing keeps somebody from reading it, in light and dark, narrow and wide', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await drafts.editor(survey, { colorScheme });
    await page.goto(`${address()}?rate=40&lang=en`, { waitUntil: 'networkidle' });
    expect(await faultsAtWidths(page, [360, 1280])).toEqual([]);
    await page.context().close();
  }
});

test('beside the plan it follows what is written there, and warns of what comes to nothing', async () => {
  const page = await drafts.editor(survey);
  const plan = page.locator('#plan');
  await page.locator('summary', { hasText: 'Kế hoạch công bố' }).click();
  await plan.getByText(/^Nếu [\d.]+ trong/).waitFor();
  await page.locator('[id="plan.breakdowns.0"]').selectOption('');
  await expect.poll(() => plan.getByText(/nhóm của các phân nhóm/).count(), { timeout: 15_000 }).toBe(0);
  await page.context().close();
});
