import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { House } from '../house.ts';
import { apiHeaders } from './headers.ts';
import { isOwnOrigin, ownOriginOnly } from './origin.ts';
import { ProblemError, problemResponse } from './problem.ts';

const staffBytes = 4 * 1024 * 1024;

/** Everything the server answers without a page: the public door under /api, the staff door under /lam-viec/api. */
export function createApp(house: House): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error.code, error.issues);
    house.log.failure('request-failed', error);
    return problemResponse('internal');
  });
  app.notFound(() => problemResponse('not-found'));
  app.use('/api/*', apiHeaders);
  app.use('/lam-viec/api/*', apiHeaders, ownOriginOnly(isOwnOrigin(house.origin)));
  app.use('/lam-viec/api/*', bodyLimit({ maxSize: staffBytes, onError: () => problemResponse('too-large') }));
  return app;
}
