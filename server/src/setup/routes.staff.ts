import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { deviceIn } from '../sessions/device.ts';
import { greet } from '../sessions/greet.ts';
import { setUp } from './inputs.ts';
import { isSetUpNeeded, setUpEmpty, setUpExample } from './service.ts';

const neededView = z.object({ needed: z.boolean() });

/** Mounted under `/lam-viec/api`. */
export function setupRoutes(house: House): Hono {
  const routes = new Hono();

  // Anyone: it says only whether somebody has an account.
  routes.get('/setup', async (c) => c.json(neededView.parse({ needed: await isSetUpNeeded(house) })));

  // Who holds the link from the console, as long as nobody has an account.
  routes.post('/setup', async (c) => {
    const input = await readInput(c, setUp);
    const device = deviceIn(c);
    const token = input.choice === 'empty' ? setUpEmpty(house, input, device) : setUpExample(house, input, device);
    return greet(c, house, await token);
  });

  return routes;
}
