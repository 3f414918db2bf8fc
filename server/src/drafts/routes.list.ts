import { listedSurveyView, pageView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { dayOf } from '../organisations/index.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { listedBy } from '../surveys/list.ts';
import { draftReadBy } from '../surveys/rights.queries.ts';

const wanted = z.strictObject(listing);

/** The consultations whose drafts the person may write or organise: the list of somebody who only writes. */
export function draftsList(house: House): Hono {
  const app = new Hono();
  app.use('/drafts', requireStaff(house));
  app.get('/drafts', async (c) => {
    const may = draftReadBy(personOf(c), dayOf(house.clock()));
    return c.json(pageView(listedSurveyView).parse(await listedBy(house, may, readQuery(c, wanted))));
  });
  return app;
}
