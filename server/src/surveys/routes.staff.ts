import { Hono } from 'hono';
import { createSurvey, outlookView, pageView, listedSurveyView } from '@danban/contract';
import { judgedIn } from '@danban/access';
import type { House } from '../house.ts';
import { readInput, readQuery } from '../http/input.ts';
import { dayOf, unitPath } from '../organisations/index.ts';
import { demand, personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor, surveyToCopy, surveyToRead } from './asked.ts';
import { list, surveysWanted } from './list.ts';
import { outlookOf, outlookWanted } from './outlook/outlook.ts';
import * as queries from './queries.ts';
import { legalRegister } from './register.ts';
import { surveyLife } from './routes.life.ts';
import { surveyLinks } from './routes.links.ts';
import { surveySlips } from './routes.slips.ts';
import { beginningOf, create } from './drafts.ts';
import { allTemplates, templateView } from './templates.ts';
import { fullView } from './views.ts';

const surveyPage = pageView(listedSurveyView);

export function surveysStaff(house: House): Hono {
  const app = new Hono();
  for (const path of ['/legal-register', '/templates', '/surveys', '/surveys/*']) app.use(path, requireStaff(house));
  app.get('/legal-register', (c) => c.json(legalRegister()));
  app.get('/templates', (c) => c.json(allTemplates().map(templateView)));

  // whoever is signed in: what she organises, and what she may read the results of
  app.get('/surveys', async (c) => {
    return c.json(surveyPage.parse(await list(house, personOf(c), readQuery(c, surveysWanted))));
  });

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

  // its organizer, never the leader it judges: what would be shown, from who would be asked
  app.get('/surveys/:id/outlook', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.preview');
    return c.json(outlookView.parse(await outlookOf(house, survey, readQuery(c, outlookWanted))));
  });

  app.route('/', surveyLife(house));

  app.route('/', surveyLinks(house));

  app.route('/', surveySlips(house));
  return app;
}
