import { logWitnessesView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { logWitnesses } from './status.ts';

/** What administrators read of the log and its witnesses; they are named where the product is started. */
export function logStaff(house: House): Hono {
  const app = new Hono();
  const path = '/log-witnesses';
  app.use(path, requireStaff(house));
  app.get(path, async (c) => c.json(logWitnessesView.parse(await logWitnesses(house, personOf(c)))));
  return app;
}
