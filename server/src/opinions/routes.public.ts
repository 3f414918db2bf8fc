import { publicOpinionsView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { publicOpinionsOf } from './reader.ts';

/** What organisations said by name, for anybody who holds the link of the draft. */
export function opinionsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/c/:slug/organisations', async (c) => {
    return c.json(publicOpinionsView.parse(await publicOpinionsOf(house, c.req.param('slug'))));
  });
  return app;
}
