import { deskView, deskWorks, pageView, waitingSurveyView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { deskFor } from './service.ts';
import { workFor } from './work.ts';

const worked = z.enum(deskWorks);
const wanted = z.strictObject({ page: listing.page });
const workPage = pageView(waitingSurveyView);

export function deskRoutes(house: House): Hono {
  const app = new Hono();
  // Whoever is signed in: her own.
  app.get('/desk', requireStaff(house), async (c) => c.json(deskView.parse(await deskFor(house, personOf(c)))));
  app.get('/desk/:work', requireStaff(house), async (c) => {
    const work = worked.safeParse(c.req.param('work'));
    if (!work.success) throw new ProblemError('not-found');
    const { page } = readQuery(c, wanted);
    return c.json(workPage.parse(await workFor(house, personOf(c), work.data, page)));
  });
  return app;
}
