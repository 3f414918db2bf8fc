import { commitmentsView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { publishedSurvey } from '../surveys/asked.ts';
import { boardOf } from './board.ts';
import { sendEvidence } from './evidence.ts';

/** What was promised and what became of it, for anybody, where the results stand on a public page. */
export function commitmentsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/kq/:slug/commitments', async (c) =>
    c.json(commitmentsView.parse(await boardOf(house, await publishedSurvey(house, c)))),
  );
  // Evidence, by its hash: as stable as what was said.
  app.get('/kq/:slug/commitments/files/:file', async (c) =>
    sendEvidence(house, c, (await publishedSurvey(house, c)).id),
  );
  return app;
}
