import type { MiddlewareHandler } from 'hono';

/** Sent with every answer of every route; a page has a policy of its own beside them. `same-origin`, because `no-referrer` makes browsers post `Origin: null`. */
const securityHeaders: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
};

/** The same for whatever is no page: should a browser show it all the same, nothing in it loads or runs. */
export const closedHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Answers of the API are never stored and never interpreted. */
export const apiHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(closedHeaders)) c.res.headers.set(name, value);
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
