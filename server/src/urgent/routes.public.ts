import { urgentInput } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import { createPace } from './pace.ts';
import { accept } from './service.ts';

/** The longest message in the widest letters, twice. */
const largest = 32 * 1024;

/** What cannot wait: it goes to the child-protection contact, is no part of an answer, and nobody here reads it. */
export function urgentPublic(house: House): Hono {
  const app = new Hono();
  const pace = createPace();
  const path = '/s/:slug/urgent';
  app.use(
    path,
    bounded(largest, () => problemResponse('too-large')),
  );
  app.post(path, async (c) => {
    const entrance = await house.doors.find(c.req.param('slug'));
    if (!entrance) throw new ProblemError('unknown-link');
    await accept(house, pace, entrance, await readInput(c, urgentInput));
    return c.json({ state: 'accepted' as const }, 202);
  });
  return app;
}
