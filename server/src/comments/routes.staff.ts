import {
  commentLists,
  commentsPage,
  commentView,
  moderationView,
  nextCommentView,
  reviewInput,
} from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { idIn, readInput, readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { handOn, reopen, review, withdraw } from './judging.ts';
import { surveyToModerate } from './moderating.ts';
import { findOne } from './queries.ts';
import { listedFor, moderationOf, nextFor, viewsOf } from './reading.ts';

const nextWanted = z.strictObject({ after: z.uuid().optional() });
const listWanted = z.strictObject({ ...listing, list: z.enum(commentLists) });

/** Reading and masking opinions, for two people who moderate. */
export function commentsStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/comments';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  app.get(at, async (c) => {
    const moderating = await surveyToModerate(house, c);
    return c.json(moderationView.parse(await moderationOf(house, personOf(c), moderating)));
  });
  app.get(`${at}/next`, async (c) => {
    const moderating = await surveyToModerate(house, c);
    const { after = null } = readQuery(c, nextWanted);
    return c.json(nextCommentView.parse(await nextFor(house, moderating, personOf(c).id, after)));
  });
  app.get(`${at}/listed`, async (c) => {
    const moderating = await surveyToModerate(house, c);
    return c.json(commentsPage.parse(await listedFor(house, moderating, personOf(c).id, readQuery(c, listWanted))));
  });
  app.get(`${at}/one/:comment`, async (c) => {
    const moderating = await surveyToModerate(house, c);
    const row = await findOne(house.db, moderating.survey.id, idIn(c, 'comment'));
    if (!row) throw new ProblemError('not-found');
    const [view] = await viewsOf(house, moderating, personOf(c).id, [row]);
    return c.json(commentView.parse(view));
  });

  app.put(`${at}/one/:comment/review`, async (c) => {
    const moderating = await surveyToModerate(house, c);
    await review(house, moderating, idIn(c, 'comment'), await readInput(c, reviewInput));
    return c.body(null, 204);
  });
  app.delete(`${at}/one/:comment/review`, async (c) => {
    await withdraw(house, await surveyToModerate(house, c), idIn(c, 'comment'));
    return c.body(null, 204);
  });
  app.post(`${at}/one/:comment/reopen`, async (c) => {
    await reopen(house, await surveyToModerate(house, c), idIn(c, 'comment'));
    return c.body(null, 204);
  });
  app.post(`${at}/one/:comment/handed-on`, async (c) => {
    await handOn(house, await surveyToModerate(house, c), idIn(c, 'comment'));
    return c.body(null, 204);
  });

  return app;
}
