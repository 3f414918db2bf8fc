import { Hono, type Context } from 'hono';
import { tellingIn } from '@danban/survey';
import type { UrnHouse } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { closedHeaders } from '../http/headers.ts';
import { packPage, sendPacked, type PackedPage } from '../http/packed.ts';
import type { Attempt, Pages, RenderedPage } from '../http/pages.ts';
import { ProblemError } from '../http/problem.ts';
import type { Entrance } from '../surveys/doors.ts';
import { openEntrance } from '../surveys/entrance.ts';
import { isByCode, put, sheetOf, type Came, type Sheet } from './answer.ts';

/** The same as a form says it: a letter of three bytes takes nine there. */
const largestForm = 1024 * 1024;

type Lang = 'vi' | 'en';

function langOf(c: Context): Lang {
  return c.req.query('lang') === 'en' ? 'en' : 'vi';
}

/** The slug came decoded: a "?" or "/" in it leads nowhere else. */
const pathOf = (slug: string, lang: Lang): string => `/s/${encodeURIComponent(slug)}${lang === 'en' ? '?lang=en' : ''}`;

/** Where the pages are: here, or under an address of their own. */
const home = ({ origin, elsewhere }: UrnHouse): string => (elsewhere.urn === '' ? '' : origin);

function whole(page: RenderedPage, status = page.status): Response {
  return new Response(new Uint8Array(page.body), { status, headers: page.headers });
}

/** Drawn once for everyone who holds the link, and only when it came out well. */
async function keptPage(pages: Pages, entrance: Entrance, slug: string, lang: Lang): Promise<PackedPage> {
  const key = `${slug} ${lang}`;
  const known = entrance.pages.get(key);
  if (known) return known;
  const drawn = packPage(await pages.render(pathOf(slug, lang)));
  const page = await drawn;
  if (page.status === 200) entrance.pages.set(key, page);
  return page;
}

function refusal(attempt: Omit<Attempt, 'problem'>, error: unknown): { attempt: Attempt; status: number } {
  if (!(error instanceof ProblemError)) return { attempt: { ...attempt, problem: 'unavailable' }, status: 503 };
  return { attempt: { ...attempt, problem: error.code }, status: 409 };
}

const unreadable: readonly string[] = ['invalid-answers', 'code-missing', 'code-wrong-group'];

/** Whether its writer is asked once whether she means to send it: the page finds the same words again and shows them. */
function tellsWho({ compiled, body, unitName }: Entrance, { answers }: Sheet): boolean {
  return tellingIn(compiled, answers, [body, unitName ?? '']).length > 0;
}

/** A sheet sent without scripts: into the urn, or back on the screen with everything that was written. */
async function answerByForm(house: UrnHouse, pages: Pages, c: Context): Promise<Response> {
  const slug = c.req.param('slug') ?? '';
  const lang = langOf(c);
  const entrance = await house.doors.find(slug);
  if (!entrance) return whole(await pages.render(pathOf(slug, lang)));
  if (entrance.compiled.definition.door === 'roster') return whole(await pages.render(pathOf(slug, lang)), 409);
  const form = new URLSearchParams(await c.req.text());
  const { raw, issues } = entrance.compiled.fromForm(form);
  const came: Came = isByCode(entrance) ? { typed: form.get('code') ?? '' } : { nonce: null };
  const attempt: Attempt = 'typed' in came ? { raw, code: came.typed } : { raw };
  try {
    if (issues.length > 0) throw new ProblemError('invalid-answers');
    const sheet = sheetOf(entrance, raw, came);
    const { survey } = await openEntrance(house, slug);
    if (!form.has('as-is') && tellsWho(entrance, sheet)) {
      return whole(await pages.render(pathOf(slug, lang), { ...attempt, problem: 'telling' }));
    }
    await put(house, survey, sheet);
  } catch (error) {
    if (!(error instanceof ProblemError)) house.log.failure('submission-failed', error);
    // The page knows what it shows: answers and a code to look at again, or that the survey has closed meanwhile.
    else if (unreadable.includes(error.code)) return whole(await pages.render(pathOf(slug, lang), attempt));
    const refused = refusal(attempt, error);
    return whole(await pages.render(pathOf(slug, lang), refused.attempt), refused.status);
  }
  const done = `${home(house)}/s/${slug}/cam-on${lang === 'en' ? '?lang=en' : ''}`;
  return new Response(null, {
    status: 303,
    headers: { ...closedHeaders, location: done, 'cache-control': 'no-store' },
  });
}

async function tooLarge(pages: Pages, c: Context): Promise<Response> {
  const attempt: Attempt = { raw: {}, problem: 'too-large' };
  const page = await pages.render(pathOf(c.req.param('slug') ?? '', langOf(c)), attempt);
  return whole(page, 413);
}

/** The respondent's page. */
export function answerPages(house: UrnHouse, pages: Pages): Hono {
  const app = new Hono();
  app.get('/s/:slug', async (c) => {
    const slug = c.req.param('slug');
    const entrance = await house.doors.find(slug);
    if (!entrance) return whole(await pages.render(pathOf(slug, langOf(c))));
    const page = await keptPage(pages, entrance, slug, langOf(c));
    return sendPacked(page, c.req.header('accept-encoding') ?? '');
  });
  return app;
}

/** The post of a browser that runs no scripts. Same rules as the public door. */
export function answerForms(house: UrnHouse, pages: Pages): Hono {
  const app = new Hono();
  app.post(
    '/s/:slug',
    bounded(largestForm, (c) => tooLarge(pages, c)),
    (c) => answerByForm(house, pages, c),
  );
  return app;
}

/** A process without pages sends who looks for one to where they are. */
export function awayFromHere({ origin }: Pick<UrnHouse, 'origin'>): Hono {
  const app = new Hono();
  app.get('/s/*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = { ...closedHeaders, location: `${origin}${pathname}${search}`, 'cache-control': 'no-store' };
    return new Response(null, { status: 303, headers });
  });
  return app;
}
