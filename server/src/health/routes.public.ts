import { Hono } from 'hono';
import type { House } from '../house.ts';
import { ask } from './queries.ts';

/** For whatever watches a process: it serves, and its database answers. */
export function healthPublic({ db }: Pick<House, 'db'>): Hono {
  const app = new Hono();
  app.get('/health', async (c) => {
    await ask(db);
    return c.json({ state: 'ready' as const });
  });
  return app;
}
