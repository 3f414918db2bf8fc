import { can, type Act } from '@danban/access';
import { followUpView, listeningView, type FollowUpView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { demand, personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { find, findFollowUp, type SurveyRow } from '../surveys/queries.ts';
import { fullView, whereOf } from '../surveys/views.ts';
import { askAgain, isAnswered, whereAgain } from './asking.ts';
import { listeningIn } from './reader.ts';

/** Asking the people of a consultation again, and what came of it, as staff have it. */
export function listeningStaff(house: House): Hono {
  const app = new Hono();
  for (const path of ['/surveys/:id/follow-up', '/surveys/:id/release/listening']) app.use(path, requireStaff(house));

  const may = async (c: Context, act: Act, survey: SurveyRow): Promise<boolean> =>
    can(personOf(c), act, await whereOf(house, survey));
  const named = async (c: Context, survey: SurveyRow | undefined): Promise<FollowUpView['made']> => {
    if (!survey) return null;
    const { id, state } = survey;
    return { id, state, title: (survey.definition as Definition).title, open: await may(c, 'survey.read', survey) };
  };

  // its organizer
  app.get('/surveys/:id/follow-up', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.read');
    const made = await named(c, await findFollowUp(house.db, survey.id));
    const ready = made === null && (await isAnswered(house.db, survey));
    const mayMake = ready && can(personOf(c), 'survey.create', await whereAgain(house, survey));
    const follows = survey.follows === null ? null : await named(c, await find(house.db, survey.follows));
    return c.json(followUpView.parse({ mayMake, ready, made, follows }));
  });
  // organizer of that body, in its scope; never the leader whose answers are asked about
  app.post('/surveys/:id/follow-up', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.read');
    const by = demand(personOf(c), 'survey.create', await whereAgain(house, survey));
    const id = await askAgain(house, by, survey);
    return c.json(await fullView(house, personOf(c), (await find(house.db, id))!), 201);
  });
  // whoever reads the results of the survey asked for, and those of the follow-up
  app.get('/surveys/:id/release/listening', async (c) => {
    const { survey } = await surveyFor(house, c, 'results.read');
    const view = await listeningIn(house, survey, (followUp) => may(c, 'results.read', followUp));
    return c.json(view && listeningView.parse(view));
  });
  return app;
}
