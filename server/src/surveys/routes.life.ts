import { Hono, type Context } from 'hono';
import {
  closingDate,
  editSurvey,
  publishSurvey,
  restoreSurvey,
  scheduleSurvey,
  thresholdsInput,
} from '@danban/contract';
import type { Act, Actor } from '@danban/access';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { personOf } from '../sessions/index.ts';
import { surveyFor } from './asked.ts';
import { archive, publish } from './ending.ts';
import { open, schedule, unschedule } from './opening.ts';
import { find } from './queries.ts';
import { cancel, close, extend, pause, raise, resume } from './running.ts';
import { edit, remove, restore, type Edit } from './drafts.ts';
import { fullView } from './views.ts';

type Step = [
  method: 'POST' | 'PUT',
  path: string,
  act: Act,
  run: (house: House, by: Actor, id: string, c: Context) => Promise<void>,
];

const closesAt = async (c: Context): Promise<Date> => new Date((await readInput(c, closingDate)).closesAt);

async function periodIn(c: Context) {
  const { opensAt, closesAt: until } = await readInput(c, scheduleSurvey);
  return { opensAt: new Date(opensAt), closesAt: new Date(until) };
}

async function editIn(c: Context): Promise<Edit> {
  const { definition, revision } = await readInput(c, editSurvey);
  return { definition, revision };
}

async function goBack(house: House, by: Actor, id: string, c: Context): Promise<void> {
  const { to, revision } = await readInput(c, restoreSurvey);
  await restore(house, by, id, to, revision);
}

/** For the organizer of the survey, never for the leader it judges. */
const steps: Step[] = [
  ['PUT', '', 'survey.edit', async (house, by, id, c) => edit(house, by, id, await editIn(c))],
  ['POST', '/restore', 'survey.edit', goBack],
  ['POST', '/open', 'survey.open', async (house, by, id, c) => open(house, by, id, await closesAt(c))],
  ['POST', '/schedule', 'survey.schedule', async (house, by, id, c) => schedule(house, by, id, await periodIn(c))],
  ['POST', '/unschedule', 'survey.schedule', unschedule],
  ['POST', '/extend', 'survey.extend', async (house, by, id, c) => extend(house, by, id, await closesAt(c))],
  ['POST', '/pause', 'survey.pause', pause],
  ['POST', '/resume', 'survey.pause', resume],
  [
    'PUT',
    '/thresholds',
    'survey.raise',
    async (house, by, id, c) => raise(house, by, id, await readInput(c, thresholdsInput)),
  ],
  ['POST', '/close', 'survey.close', close],
  ['POST', '/cancel', 'survey.cancel', cancel],
  [
    'PUT',
    '/publication',
    'survey.publish',
    async (house, by, id, c) => publish(house, by, id, (await readInput(c, publishSurvey)).published),
  ],
  ['POST', '/archive', 'survey.archive', archive],
];

/** Every step of a survey's life; each answers with the survey as it is then. */
export function surveyLife(house: House): Hono {
  const app = new Hono();
  for (const [method, path, act, run] of steps) {
    app.on(method, `/surveys/:id${path}`, async (c) => {
      const { survey, by } = await surveyFor(house, c, act);
      await run(house, by, survey.id, c);
      return c.json(await fullView(house, personOf(c), (await find(house.db, survey.id))!));
    });
  }
  app.delete('/surveys/:id', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.remove');
    await remove(house, by, survey.id);
    return c.body(null, 204);
  });
  return app;
}
