import { commitmentsView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { publishedSurvey } from '../surveys/asked.ts';
import { boardOf } from './board.ts';

/** What was promised and what became of it, for anybody, where the results stand on a public page. */
export function commitmentsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/kq/:slug/commitments', async (c) =>
    c.json(commitmentsView.parse(await boardOf(house, await publishedSurvey(house, c)))),
  );
  return app;
}
