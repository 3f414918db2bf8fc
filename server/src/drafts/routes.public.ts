import { publicDraftView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { publicDraftOf } from './reader.ts';

const wanted = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

/** Published drafts, for anybody who holds the link. */
export function draftsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/c/:slug', async (c) => {
    const { version } = readQuery(c, wanted);
    return c.json(publicDraftView.parse(await publicDraftOf(house, c.req.param('slug'), version)));
  });
  return app;
}
