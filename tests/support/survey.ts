import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { Browser, Page } from 'playwright-core';
import type { Product } from './product.ts';

const template = 'khao-sat-hai-long-phu-huynh';
const tenDays = 10 * 24 * 60 * 60 * 1000;

/** An organizer of the example organisation, signed in by her link, which works once. */
export async function organizerPage(browser: Browser, product: Product): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(product.example().signIn.organizer);
  await page.waitForURL(/\/lam-viec$/);
  return page;
}

/** Calls the staff API as her pages do. */
async function call<View>(organizer: Page, method: string, path: string, body?: unknown): Promise<View> {
  const address = `${new URL(organizer.url()).origin}/lam-viec/api${path}`;
  const sent = body === undefined ? {} : { data: body };
  const origin = { origin: new URL(organizer.url()).origin };
  const response = await organizer.request.fetch(address, { method, headers: origin, ...sent });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as View;
}

/** Opens a survey with these questions at one school; what comes back has its links. */
export async function openSurvey(organizer: Page, questions: Definition['questions']): Promise<SurveyView> {
  const where = { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const draft = await call<SurveyView>(organizer, 'POST', '/surveys', where);
  // The plan of the template names questions that go.
  const { plan: _, ...kept } = draft.definition as Definition;
  const definition = { ...kept, questions };
  await call(organizer, 'PUT', `/surveys/${draft.id}`, { definition, revision: draft.revision });
  const closesAt = new Date(Date.now() + tenDays).toISOString();
  return call<SurveyView>(organizer, 'POST', `/surveys/${draft.id}/open`, { closesAt });
}
