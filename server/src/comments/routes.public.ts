import { publishedComments } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { publishedAt, publishedSurvey } from '../surveys/asked.ts';
import { fileOf } from './files.ts';
import { openOf } from './openOpinions.ts';
import { findPublication } from './queries.ts';

/** Opinions that went out, for anybody, where the results stand on a public page. */
export function commentsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/kq/:slug/comments', async (c) => {
    const body = await findPublication(house.db, (await publishedAt(house, c)).id);
    return c.json(body === undefined ? null : publishedComments.parse(JSON.parse(body)));
  });
  for (const format of ['csv', 'json'] as const) {
    app.get(`/kq/:slug/comments.${format}`, async (c) => {
      const survey = await publishedSurvey(house, c);
      const body = await findPublication(house.db, survey.id);
      if (body === undefined) throw new ProblemError('not-found');
      return fileOf(c, openOf(body, survey), format);
    });
  }
  return app;
}
