import { listedSurveyView, pageView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { dayOf } from '../organisations/index.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { listedBy } from '../surveys/list.ts';
import { heardBy } from './heard.queries.ts';

const wanted = z.strictObject(listing);

/** The consultations whose organisations the person reads: all of which her desk shows the newest. */
export function opinionsList(house: House): Hono {
  const app = new Hono();
  app.use('/opinions', requireStaff(house));
  app.get('/opinions', async (c) => {
    const may = heardBy(personOf(c), dayOf(house.clock()));
    return c.json(pageView(listedSurveyView).parse(await listedBy(house, may, readQuery(c, wanted))));
  });
  return app;
}
