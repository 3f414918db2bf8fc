import { mailInput, mailView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { askMailing, mailOf } from './service.ts';

/** Invitations by e-mail, for the organizer of the survey. */
export function mailStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/roster/mail';
  app.use(at, requireStaff(house));
  app.get(at, async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.roster');
    return c.json(mailView.parse(await mailOf(house, survey)));
  });
  app.post(at, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    await askMailing(house, by, survey.id, (await readInput(c, mailInput)).kind);
    return c.json(mailView.parse(await mailOf(house, survey)), 202);
  });
  return app;
}
