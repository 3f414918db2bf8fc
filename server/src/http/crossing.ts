import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** How long a browser remembers that it may send here; it asks once more after that. */
const remembered = 2 * 60 * 60;

/** Lets pages of exactly one other origin send to a route, and read what comes back. Nothing that is kept goes along. */
export function letIn(origin: string): MiddlewareHandler {
  return cors({ origin, allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: remembered });
}
