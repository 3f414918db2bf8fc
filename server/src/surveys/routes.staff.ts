import { Hono, type Context } from 'hono';
import { createSurvey } from '@danban/contract';
import { can, judgedIn } from '@danban/access';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { dayOf, unitPath } from '../organisations/index.ts';
import { demand, personOf, requireStaff } from '../sessions/index.ts';
import { surveyToCopy, surveyToRead } from './asked.ts';
import * as queries from './queries.ts';
import { surveyLife } from './routes.life.ts';
import { surveyLinks } from './routes.links.ts';
import { beginningOf, create } from './drafts.ts';
import { allTemplates, templateView } from './templates.ts';
import { fullView, summaryView, whereOf } from './views.ts';

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
    const copied = input.from === undefined ? undefined : await surveyToCopy(house, c, input.from);
    const beginning = beginningOf(input.template, copied);
    const judged = judgedIn(beginning.definition.kind, input.unitId);
    const by = demand(personOf(c), 'survey.create', { unitPath: path, bodyId: input.bodyId, judged });
    const id = await create(house, by, { beginning, bodyId: input.bodyId, unitId: input.unitId });
    return c.json(await fullView(house, personOf(c), (await queries.find(house.db, id))!), 201);
  });

  // its organizer; after release its readers
  app.get('/surveys/:id', async (c) => c.json(await fullView(house, personOf(c), await surveyToRead(house, c))));

  app.route('/', surveyLife(house));

  app.route('/', surveyLinks(house));
  return app;
}
