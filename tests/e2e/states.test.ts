import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { t } from '@danban/i18n';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { axeFaults } from '../support/faults.ts';
import { picture } from '../support/pictures.ts';
import { startProduct, type Product } from '../support/product.ts';

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

let product: Product;
let browser: Browser;
let desk: Desk;
let open: SurveyView;
let survey: SurveyView;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  desk = await deskOf(product, 'organizer');
  open = await desk.surveyIn('open');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const act = async (id: string, step: string, body: object = {}, method = 'POST'): Promise<SurveyView> => {
  const answer = await desk.send(method, `/surveys/${id}/${step}`, body);
  expect([step, answer.status]).toEqual([step, 200]);
  return (await answer.json()) as SurveyView;
};

async function newSurvey(): Promise<SurveyView> {
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: open.bodyId, unitId: open.unitId };
  return (await (await desk.send('POST', '/surveys', given)).json()) as SurveyView;
}

async function visit(url: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  try {
    await page.goto(url);
    await look(page);
  } finally {
    await context.close();
  }
}

type Key = Parameters<typeof t>[1];

/** What a link shows: with scripts and without, light and dark, in Vietnamese and in English, to everybody the same. */
async function shows(url: string, name: string, keys: Key[], form = false): Promise<void> {
  for (const lang of ['vi', 'en'] as const) {
    const options = lang === 'vi' ? { javaScriptEnabled: false } : ({ colorScheme: 'dark' } as const);
    await visit(
      lang === 'vi' ? url : `${url}?lang=en`,
      async (page) => {
        const text = await page.locator('main').innerText();
        for (const key of keys) expect(text).toContain(t(lang, key, { at: '\u0000' }).split('\u0000')[0]);
        expect(await page.locator('form#form').count()).toBe(form ? 1 : 0);
        // Without scripts nothing waits in a page, axe neither.
        if (lang === 'en') expect(await axeFaults(page)).toEqual([]);
        if (!form) await picture(page, `link-${name}-${lang}`);
      },
      options,
    );
  }
}

/** An answer through the API, to a link in this state. */
async function codeOfAnswer(url: string): Promise<unknown> {
  const answer = await fetch(`${url.replace('/s/', '/api/s/')}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nonce: 'nonce-of-twenty-two-chars-0', answers: {} }),
  });
  return ((await answer.json()) as { code: string }).code;
}

const link = (): string => survey.links[0]!.url;

test('a draft that was never scheduled has no link that anybody could visit', async () => {
  survey = await newSurvey();
  expect(survey.links).toEqual([]);
});

test('scheduled: the link says from when on, offers no form and takes no answer', async () => {
  survey = await act(survey.id, 'schedule', { opensAt: inDays(2), closesAt: inDays(20) });
  await shows(link(), 'scheduled', ['answering.notYetOpen', 'answering.opensAt']);
  expect(await codeOfAnswer(link())).toBe('survey-not-open');
});

test('taken back: the same link says that it is not open yet', async () => {
  survey = await act(survey.id, 'unschedule');
  await shows(link(), 'not-yet-open', ['answering.notYetOpen', 'answering.notYetOpenText']);
  expect(await codeOfAnswer(link())).toBe('survey-not-open');
});

test('open, paused and open again: the form is there, is not, and is there again', async () => {
  survey = await act(survey.id, 'open', { closesAt: inDays(20) });
  await shows(link(), 'open', ['answering.send'], true);
  await act(survey.id, 'pause');
  await shows(link(), 'paused', ['answering.paused', 'answering.pausedText']);
  expect(await codeOfAnswer(link())).toBe('survey-paused');
  await act(survey.id, 'resume');
  await shows(link(), 'open', ['answering.send'], true);
});

test('cancelled before the first answer: the link says so', async () => {
  await act(survey.id, 'cancel');
  await shows(link(), 'cancelled', ['answering.cancelled', 'answering.cancelledText']);
  expect(await codeOfAnswer(link())).toBe('survey-closed');
});

const closedWithout: Key[] = ['answering.closed', 'answering.closedAt', 'answering.closedText', 'answering.noResults'];

test('closed without published results: the link says that they are not published, and they are not', async () => {
  survey = open;
  await act(survey.id, 'close');
  await expect.poll(async () => (await desk.survey(survey.id)).state, { timeout: 30_000 }).toBe('released');
  await shows(link(), 'closed', closedWithout);
  expect(await codeOfAnswer(link())).toBe('survey-closed');
});

test('closed with published results: the link leads to them, until they are withdrawn', async () => {
  const { resultsUrl } = await act(survey.id, 'publication', { published: true }, 'PUT');
  await shows(link(), 'published', ['answering.closed', 'answering.closedAt', 'answering.results']);
  await visit(link(), async (page) => {
    await page.getByRole('link', { name: t('vi', 'answering.results') }).click();
    await page.waitForURL(resultsUrl!);
    expect(await page.locator('h1').count()).toBe(1);
  });
  await act(survey.id, 'publication', { published: false }, 'PUT');
  await shows(link(), 'withdrawn', closedWithout);
  expect((await fetch(resultsUrl!)).status).toBe(404);
});

test('a link nobody made says so, on a respondent’s page and among results', async () => {
  await shows(`${product.origin}/s/abcdefghijkl`, 'wrong', ['answering.wrongLink', 'answering.wrongLinkText']);
  await visit(`${product.origin}/kq/abcdefghijkl`, async (page) => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });
});
