import { calendarInput, calendarView as view } from '@danban/contract';
import { Hono } from 'hono';
import { installation } from '../factors/rules.ts';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { demand, personOf, requireStaff } from '../sessions/index.ts';
import { calendarView, sayDays } from './service.ts';

/** Days off of the house: read by whoever works here, said by administrators. */
export function calendarStaff(house: House): Hono {
  const app = new Hono();
  app.use('/calendar', requireStaff(house));
  app.get('/calendar', async (c) => c.json(view.parse(await calendarView(house, personOf(c)))));
  app.put('/calendar', async (c) => {
    const by = demand(personOf(c), 'settings.manage', await installation(house));
    await sayDays(house, by, (await readInput(c, calendarInput)).said);
    return c.body(null, 204);
  });
  return app;
}
