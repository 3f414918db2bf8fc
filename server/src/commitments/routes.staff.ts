import { can } from '@danban/access';
import { commitmentMarkInput, commitmentsDeskView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { whereOf } from '../surveys/views.ts';
import { boardOf } from './board.ts';
import { markCommitment } from './marking.ts';

/** Commitments of a survey as staff follow them. */
export function commitmentsStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/commitments';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  // whoever has a part in the answers
  app.get(at, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    const mayMark = can(personOf(c), 'replies.keep', await whereOf(house, survey));
    const publicUrl = survey.published && survey.results_slug ? `/kq/${survey.results_slug}/cam-ket` : null;
    return c.json(commitmentsDeskView.parse({ ...(await boardOf(house, survey)), id: survey.id, mayMark, publicUrl }));
  });
  // who promised
  app.post(`${at}/marks`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.keep');
    await markCommitment(house, by, survey.id, await readInput(c, commitmentMarkInput));
    return c.body(null, 204);
  });
  return app;
}
