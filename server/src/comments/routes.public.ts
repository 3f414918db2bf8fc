import { publishedComments, type PublishedComments } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { publishedAt } from '../surveys/asked.ts';
import { fileOf } from './files.ts';
import { findPublication } from './queries.ts';

/** Opinions that went out, for anybody, where the results stand on a public page. */
export function commentsPublic(house: House): Hono {
  const app = new Hono();
  const published = async (c: Context): Promise<PublishedComments | null> => {
    const body = await findPublication(house.db, (await publishedAt(house, c)).id);
    return body === undefined ? null : publishedComments.parse(JSON.parse(body));
  };
  app.get('/kq/:slug/comments', async (c) => c.json(await published(c)));
  for (const format of ['csv', 'json'] as const) {
    app.get(`/kq/:slug/comments.${format}`, async (c) => {
      const out = await published(c);
      if (!out) throw new ProblemError('not-found');
      return fileOf(c, out, format);
    });
  }
  return app;
}
