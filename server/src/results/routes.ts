import { Hono, type Context } from 'hono';
import type { ReleaseView } from '@danban/contract';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { releaseCsv } from './csv.ts';
import { findRelease } from './queries.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A stored release never changes, so its text is kept as it is sent: reading is handing out bytes. */
interface Shelf {
  take(survey: string): Promise<Bytes>;
}

const mostKept = 64;

function shelf(house: House): Shelf {
  const kept = new Map<string, Bytes>();
  return {
    async take(survey) {
      const known = kept.get(survey);
      if (known !== undefined) return known;
      const release = await findRelease(house.db, survey);
      if (!release) throw new ProblemError('survey-not-released');
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
      const bytes = new TextEncoder().encode(release.body);
      kept.set(survey, bytes);
      return bytes;
    },
  };
}

function asJson(c: Context, body: Bytes): Response {
  return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' });
}

function asFile(c: Context, body: Bytes, kind: 'csv' | 'json'): Response {
  if (kind === 'json') {
    return c.body(body, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="ket-qua.json"',
    });
  }
  const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  return c.body(releaseCsv(JSON.parse(new TextDecoder().decode(body)) as ReleaseView, lang), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="ket-qua.csv"',
  });
}

/** Every way out reads the stored release and nothing else. */
export function resultsStaff(house: House): Hono {
  const releases = shelf(house);
  const app = new Hono();
  for (const way of ['release', 'release.json', 'release.csv']) app.use(`/surveys/:id/${way}`, requireStaff(house));
  // leaders, inspectors and collectors of the unit, and the organizer, after release
  const asked = async (c: Context) => {
    const { survey, by } = await surveyFor(house, c, 'results.read');
    return { id: survey.id, by, body: await releases.take(survey.id) };
  };
  const exported = (format: 'csv' | 'json') => async (c: Context) => {
    const { id: object, by, body } = await asked(c);
    const told = { by, act: 'results.export', object, details: { format } } as const;
    await house.db.transaction().execute((trx) => record(house, trx, told));
    return asFile(c, body, format);
  };
  app.get('/surveys/:id/release', async (c) => asJson(c, (await asked(c)).body));
  app.get('/surveys/:id/release.json', exported('json'));
  app.get('/surveys/:id/release.csv', exported('csv'));
  return app;
}

/** Anybody, once the organizer has published. */
export function resultsPublic(house: House): Hono {
  const releases = shelf(house);
  const app = new Hono();
  const body = async (c: Context): Promise<Bytes> => {
    const survey = await house.doors.findPublished(c.req.param('slug') ?? '');
    if (survey === undefined) throw new ProblemError('not-found');
    return releases.take(survey);
  };
  app.get('/kq/:slug', async (c) => asJson(c, await body(c)));
  app.get('/kq/:slug/release.json', async (c) => asFile(c, await body(c), 'json'));
  app.get('/kq/:slug/release.csv', async (c) => asFile(c, await body(c), 'csv'));
  return app;
}
