import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

type Refuse = (c: Context) => Response | Promise<Response>;

/**
 * Refuses bodies over `maxSize` bytes. A declared length is believed, because the HTTP parser reads no further than
 * that; only a body without one is counted as it comes, which costs as much as the rest of an answer.
 */
export function bounded(maxSize: number, onError: Refuse): MiddlewareHandler {
  const counting = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    const declared = c.req.header('content-length');
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number(declared) > maxSize ? onError(c) : next();
  };
}
