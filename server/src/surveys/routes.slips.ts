import { Hono } from 'hono';
import { makeSlipsInput, paperInput, voidSlipInput } from '@danban/contract';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { surveyFor } from './asked.ts';
import { sayOnPaper } from './paper.ts';
import { makeSlips, slipsOf } from './slips.ts';
import { discardSlips, voidSlip } from './voiding.ts';

/** Printed slips, for the organizer of the survey, never for the leader it judges. */
export function surveySlips(house: House): Hono {
  const app = new Hono();
  app.get('/surveys/:id/slips', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.slips');
    return c.json(await slipsOf(house, survey));
  });
  app.post('/surveys/:id/slips', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.slips');
    const { units } = await readInput(c, makeSlipsInput);
    const wanted = units.map(({ position, count }) => ({ unit: position, count }));
    return c.json(await makeSlips(house, by, survey.id, wanted), 201);
  });
  app.post('/surveys/:id/slips/void', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.slips');
    return c.json(await voidSlip(house, by, survey.id, await readInput(c, voidSlipInput)));
  });
  app.put('/surveys/:id/slips/paper', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.slips');
    await sayOnPaper(house, by, survey.id, (await readInput(c, paperInput)).sheets);
    return c.body(null, 204);
  });
  app.post('/surveys/:id/slips/discard', async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.slips');
    await discardSlips(house, by, survey.id);
    return c.json(await slipsOf(house, survey));
  });
  return app;
}
