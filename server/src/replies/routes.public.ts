import { publicRepliesView, replyChain } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { fileTypes } from '../http/fileTypes.ts';
import { ProblemError } from '../http/problem.ts';
import { publishedAt, publishedSurvey } from '../surveys/asked.ts';
import { repliesCsv } from './openReplies.ts';
import { findOut } from './queries.ts';
import { publicRepliesOf } from './reader.ts';

/** Answers that went out, for anybody, where the results stand on a public page. */
export function repliesPublic(house: House): Hono {
  const app = new Hono();
  app.get('/kq/:slug/replies', async (c) => {
    const view = await publicRepliesOf(house, await publishedSurvey(house, c));
    return c.json(view && publicRepliesView.parse(view));
  });
  app.get('/kq/:slug/replies.json', async (c) => {
    const rows = await findOut(house.db, (await publishedAt(house, c)).id);
    if (rows.length === 0) throw new ProblemError('not-found');
    return c.body(JSON.stringify(replyChain.parse({ schema: 1, rows })), 200, {
      'content-type': fileTypes.json,
      'content-disposition': 'attachment; filename="tra-loi.json"',
    });
  });
  app.get('/kq/:slug/replies.csv', async (c) => {
    const view = await publicRepliesOf(house, await publishedSurvey(house, c));
    if (view === null || view.answers.length === 0) throw new ProblemError('not-found');
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
    return c.body(repliesCsv(view, lang), 200, {
      'content-type': fileTypes.csv,
      'content-disposition': 'attachment; filename="tra-loi.csv"',
    });
  });
  return app;
}
