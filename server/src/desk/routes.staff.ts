import { deskView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { deskFor } from './service.ts';

export function deskRoutes(house: House): Hono {
  const app = new Hono();
  // Whoever is signed in: her own.
  app.get('/desk', requireStaff(house), async (c) => c.json(deskView.parse(await deskFor(house, personOf(c)))));
  return app;
}
