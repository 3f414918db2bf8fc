import { listedSurveyView, pageView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { listing, pageOf } from '../http/list.ts';
import { dayOf } from '../organisations/index.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { listedView } from '../surveys/list.ts';
import { findListed } from '../surveys/list.queries.ts';
import { draftReadBy } from '../surveys/rights.queries.ts';

const wanted = z.strictObject(listing);

/** The consultations whose drafts the person may write or organise: the list of somebody who only writes. */
export function draftsList(house: House): Hono {
  const app = new Hono();
  app.use('/drafts', requireStaff(house));
  app.get('/drafts', async (c) => {
    const { q, page } = readQuery(c, wanted);
    const may = draftReadBy(personOf(c), dayOf(house.clock()));
    const found = await findListed(house.db, may, { q, page, states: [] });
    return c.json(pageView(listedSurveyView).parse(pageOf(found, page, listedView)));
  });
  return app;
}
