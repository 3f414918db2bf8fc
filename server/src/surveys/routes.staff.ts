import { Hono, type Context } from 'hono';
import { closingDate, createSurvey, editSurvey, publishSurvey } from '@danban/contract';
import { can, judgedIn, type Act } from '@danban/access';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf, unitPath } from '../organisations/index.ts';
import { demand, personOf, requireStaff } from '../sessions/index.ts';
import { qrSvg } from './qr.ts';
import * as queries from './queries.ts';
import type { SurveyRow } from './queries.ts';
import { close, create, edit, extend, open, publish } from './service.ts';
import { allTemplates, findTemplate, templateView } from './templates.ts';
import { fullView, linkUrl, summaryView, whereOf } from './views.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The survey of the path, for somebody who may do `act` with it; others learn no more than that it may not be. */
async function surveyFor(house: House, c: Context, act: Act): Promise<SurveyRow> {
  const id = c.req.param('id') ?? '';
  const survey = uuid.test(id) ? await queries.find(house.db, id) : undefined;
  if (!survey) throw new ProblemError('not-found');
  demand(personOf(c), act, await whereOf(house, survey));
  return survey;
}

/** Reading a survey's page: who organises it, or who may read its results once they are there. */
async function surveyToRead(house: House, c: Context): Promise<SurveyRow> {
  const id = c.req.param('id') ?? '';
  const survey = uuid.test(id) ? await queries.find(house.db, id) : undefined;
  if (!survey) throw new ProblemError('not-found');
  const where = await whereOf(house, survey);
  if (!can(personOf(c), 'results.read', where)) demand(personOf(c), 'survey.read', where);
  return survey;
}

async function listFor(house: House, c: Context) {
  const surveys = await queries.findAll(house.db);
  const mine = await Promise.all(
    surveys.map(async (survey) => {
      const where = await whereOf(house, survey);
      return can(personOf(c), 'survey.read', where) || can(personOf(c), 'results.read', where) ? [survey] : [];
    }),
  );
  return mine.flat().map(summaryView);
}

export function surveysStaff(house: House): Hono {
  const app = new Hono();
  for (const path of ['/templates', '/surveys', '/surveys/*']) app.use(path, requireStaff(house));
  app.get('/templates', (c) => c.json(allTemplates().map(templateView)));
  app.get('/surveys', async (c) => c.json(await listFor(house, c)));

  // organizer of that body, in its scope
  app.post('/surveys', async (c) => {
    const input = await readInput(c, createSurvey);
    const path = await unitPath(house.db, input.unitId, dayOf(house.clock()));
    const judged = judgedIn(findTemplate(input.template)?.kind ?? '', input.unitId);
    demand(personOf(c), 'survey.create', { unitPath: path, bodyId: input.bodyId, judged });
    const id = await create(house, { ...input, createdBy: personOf(c).id });
    return c.json(await fullView(house, personOf(c), (await queries.find(house.db, id))!), 201);
  });

  // its organizer; after release its readers
  app.get('/surveys/:id', async (c) => c.json(await fullView(house, personOf(c), await surveyToRead(house, c))));

  const act = (what: Act, run: (survey: SurveyRow, c: Context) => Promise<void>) => async (c: Context) => {
    const survey = await surveyFor(house, c, what);
    await run(survey, c);
    return c.json(await fullView(house, personOf(c), (await queries.find(house.db, survey.id))!));
  };
  // its organizer, never the judged leader
  app.put(
    '/surveys/:id',
    act('survey.edit', async (survey, c) => edit(house, survey.id, (await readInput(c, editSurvey)).definition)),
  );
  app.post(
    '/surveys/:id/open',
    act('survey.open', async (survey, c) =>
      open(house, survey.id, new Date((await readInput(c, closingDate)).closesAt)),
    ),
  );
  app.post(
    '/surveys/:id/extend',
    act('survey.extend', async (survey, c) =>
      extend(house, survey.id, new Date((await readInput(c, closingDate)).closesAt)),
    ),
  );
  app.post(
    '/surveys/:id/close',
    act('survey.close', (survey) => close(house, survey.id)),
  );
  app.put(
    '/surveys/:id/publication',
    act('survey.publish', async (survey, c) =>
      publish(house, survey.id, (await readInput(c, publishSurvey)).published),
    ),
  );

  // its organizer
  app.get('/surveys/:id/links/:slug/qr.svg', async (c) => {
    const survey = await surveyFor(house, c, 'survey.read');
    const link = (await queries.findLinks(house.db, survey.id)).find((one) => one.slug === c.req.param('slug'));
    if (!link) throw new ProblemError('unknown-link');
    return c.body(qrSvg(linkUrl(house, link.slug)), 200, { 'content-type': 'image/svg+xml' });
  });
  return app;
}
