import {
  replyClockInput,
  replyExtensionInput,
  replyStepInput,
  replyTimesView,
  repliesView,
  replyView,
  suggestionsView,
} from '@danban/contract';
import type { Definition } from '@danban/survey';
import { Hono } from 'hono';
import { z } from 'zod';
import { surveyToModerate } from '../comments/moderating.ts';
import type { House } from '../house.ts';
import { idIn, readInput, readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { act } from './acting.ts';
import { clockOf, extend, setClock } from './clock.ts';
import { answersOf } from './clusters.ts';
import { deskOf, doneOn, filters } from './desk.ts';
import { clusterOf } from './one.ts';
import { publish } from './publishing.ts';
import { looseOf } from './suggesting.ts';

const deskWanted = z.strictObject({ q: listing.q, filter: z.enum(filters).optional() });
const oneWanted = z.strictObject({ page: listing.page });
const looseWanted = z.strictObject(listing);

/** The answer desk of a survey. */
export function repliesStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/replies';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  // whoever has a part in the answers
  app.get(at, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    return c.json(repliesView.parse(await deskOf(house, personOf(c), survey, readQuery(c, deskWanted))));
  });
  app.get(`${at}/clusters/:cluster`, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    const wish = { cluster: idIn(c, 'cluster'), ...readQuery(c, oneWanted) };
    return c.json(replyView.parse(await clusterOf(house, personOf(c), survey, wish)));
  });
  // who groups opinions
  app.get(`${at}/loose`, async (c) => {
    const { survey } = await surveyToModerate(house, c);
    return c.json(suggestionsView.parse(await looseOf(house, survey, readQuery(c, looseWanted))));
  });

  // each act has a right of its own
  app.post(`${at}/clusters/:cluster/steps`, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    const wish = { cluster: idIn(c, 'cluster'), ...(await readInput(c, replyStepInput)) };
    await act(house, personOf(c), survey.id, wish);
    return c.body(null, 204);
  });
  // organizer alone
  app.post(`${at}/publication`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.publish');
    await publish(house, by, survey.id);
    return c.body(null, 204);
  });
  app.get(`${at}/clock`, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.clock');
    const { title } = survey.definition as Definition;
    const clock = await clockOf(house, survey, doneOn(await answersOf(house.db, survey), survey));
    return c.json(replyTimesView.parse({ survey: { id: survey.id, title }, clock }));
  });
  app.put(`${at}/clock`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.clock');
    await setClock(house, by, survey.id, await readInput(c, replyClockInput));
    return c.body(null, 204);
  });
  app.post(`${at}/clock/extensions`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.clock');
    await extend(house, by, survey.id, await readInput(c, replyExtensionInput));
    return c.body(null, 204);
  });
  return app;
}
