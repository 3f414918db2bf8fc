import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** How long a browser remembers that it may send here; it asks once more after that. */
const remembered = 2 * 60 * 60;

/** Lets pages of exactly one other origin send to a route, and read what comes back. Nothing that is kept goes along. */
export function letIn(origin: string): MiddlewareHandler {
  return cors({ origin, allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: remembered });
}

/** Lets pages of every origin read what everybody may, a file on somebody's disk among them; nothing that is kept goes along. */
export const readByAll: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method === 'GET') c.res.headers.set('access-control-allow-origin', '*');
};
