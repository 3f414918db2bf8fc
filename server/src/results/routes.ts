import { Hono, type Context } from 'hono';
import { can } from '@danban/access';
import { correctionView, correctSurvey, foundUnits, wavesView } from '@danban/contract';
import { z } from 'zod';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { readInput, readQuery } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { publishedAt, surveyFor } from '../surveys/asked.ts';
import { find } from '../surveys/queries.ts';
import { fullView, whereOf } from '../surveys/views.ts';
import { correct, correctable } from './correcting.ts';
import { asFile, formats, type Format } from './files.ts';
import { openRelease, searchUnits, type Opened } from './reader.ts';
import { pageShelf } from './shelf.ts';
import { earlierWaves, type WavesAsked } from './waves.ts';

/** Which release (the newest when left out), and which unit of it by its place (the whole when left out). */
const pageAsked = z.object({
  release: z.coerce.number().int().min(1).max(32_767).optional(),
  unit: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
const unitsAsked = pageAsked.pick({ release: true }).extend({ q: z.string().min(1).max(200) });

/** A survey somebody may read, and the number of its newest release. */
interface Readable {
  survey: string;
  released: number;
}

async function opened(house: House, c: Context, readable: Readable): Promise<Opened> {
  const { release } = readQuery(c, pageAsked.pick({ release: true }));
  return openRelease(house.db, { ...readable, number: release });
}

async function foundIn(house: House, c: Context, readable: Readable): Promise<Response> {
  const { q, release } = readQuery(c, unitsAsked);
  const found = await searchUnits(house.db, await openRelease(house.db, { ...readable, number: release }), q);
  return c.json(foundUnits.parse(found));
}

async function wavesIn(
  house: House,
  c: Context,
  { survey, released }: Readable,
  mayRead: WavesAsked['mayRead'],
): Promise<Response> {
  const { unit } = readQuery(c, pageAsked.pick({ unit: true }));
  return c.json(wavesView.parse({ waves: await earlierWaves(house.db, { survey, released, unit, mayRead }) }));
}

/** Every way out reads stored releases and nothing else. */
export function resultsStaff(house: House): Hono {
  const pages = pageShelf(house.db);
  const app = new Hono();
  for (const way of [
    'correction',
    'release',
    'release/units',
    'release/waves',
    ...formats.map((format) => `release.${format}`),
  ])
    app.use(`/surveys/:id/${way}`, requireStaff(house));
  // leaders, inspectors and collectors of the unit, and the organizer, after release
  const asked = async (c: Context) => {
    const { survey, by } = await surveyFor(house, c, 'results.read');
    return { by, survey: survey.id, released: survey.released };
  };
  const exported = (format: Format) => async (c: Context) => {
    const { by, ...readable } = await asked(c);
    const release = await opened(house, c, readable);
    const told = { by, act: 'results.export', object: readable.survey, details: { format } } as const;
    await house.db.transaction().execute((trx) => record(house, trx, told));
    return asFile(house, c, release, format);
  };
  app.get('/surveys/:id/release', async (c) => pages.answer(c, await asked(c), readQuery(c, pageAsked)));
  app.get('/surveys/:id/release/units', async (c) => foundIn(house, c, await asked(c)));
  app.get('/surveys/:id/release/waves', async (c) => {
    const mayRead: WavesAsked['mayRead'] = async (earlier) =>
      can(personOf(c), 'results.read', await whereOf(house, earlier));
    return wavesIn(house, c, await asked(c), mayRead);
  });
  for (const format of formats) app.get(`/surveys/:id/release.${format}`, exported(format));
  // its organizer, never the leader it judges
  app.get('/surveys/:id/correction', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.correct');
    const { unit } = readQuery(c, pageAsked.pick({ unit: true }));
    return c.json(correctionView.parse(await correctable(house, survey, unit)));
  });
  app.post('/surveys/:id/correction', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.correct');
    await correct(house, by, survey.id, await readInput(c, correctSurvey));
    return c.json(await fullView(house, personOf(c), (await find(house.db, survey.id))!));
  });
  return app;
}

/** Anybody, once the organizer has published. */
export function resultsPublic(house: House): Hono {
  const pages = pageShelf(house.db);
  const app = new Hono();
  const asked = async (c: Context): Promise<Readable> => {
    const { id, released } = await publishedAt(house, c);
    return { survey: id, released };
  };
  app.get('/kq/:slug', async (c) => pages.answer(c, await asked(c), readQuery(c, pageAsked)));
  app.get('/kq/:slug/units', async (c) => foundIn(house, c, await asked(c)));
  app.get('/kq/:slug/waves', async (c) =>
    wavesIn(house, c, await asked(c), (earlier) => Promise.resolve(earlier.published)),
  );
  for (const format of formats) {
    app.get(`/kq/:slug/release.${format}`, async (c) =>
      asFile(house, c, await opened(house, c, await asked(c)), format),
    );
  }
  return app;
}
