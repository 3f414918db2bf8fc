import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Staff acts must come from our own pages. SameSite cookies are the first wall, this is the second; a missing
 * Origin is refused too, every browser sends one with a post.
 */
export function ownOriginOnly(allowed: (origin: string, host: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (!reads.has(c.req.method)) {
      const origin = c.req.header('origin');
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      if (origin === undefined || !allowed(origin, host)) throw new ProblemError('foreign-origin');
    }
    await next();
  };
}

/** Our public address, or whatever loopback name the browser used to reach this very host. */
export function isOwnOrigin(publicOrigin: string): (origin: string, host: string) => boolean {
  return (origin, host) => origin === publicOrigin || origin === `http://${host}` || origin === `https://${host}`;
}
