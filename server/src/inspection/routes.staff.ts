import { inspectionView, listedSurveyView, pageView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { surveysWanted } from '../surveys/list.ts';
import { inspected, inspectionOf } from './service.ts';

const inspectedPage = pageView(listedSurveyView);

/** The audit room, for the inspection board alone. What it finds of commitments is told in their room. */
export function inspectionStaff(house: House): Hono {
  const app = new Hono();
  const [list, one] = ['/inspection', '/surveys/:id/inspection'];
  for (const path of [list, one]) app.use(path, requireStaff(house));

  app.get(list, async (c) => {
    const person = personOf(c);
    if (!person.grants.some(({ role }) => role === 'inspector')) throw new ProblemError('not-allowed');
    return c.json(inspectedPage.parse(await inspected(house, person, readQuery(c, surveysWanted))));
  });
  app.get(one, async (c) => {
    const { survey } = await surveyFor(house, c, 'audit.survey');
    if (survey.opened_on === null) throw new ProblemError('not-found');
    return c.json(inspectionView.parse(await inspectionOf(house, survey)));
  });
  return app;
}
