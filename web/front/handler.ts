import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, offerExample, securityHeaders, type House } from '@danban/server';
import type { Hono } from 'hono';
import { handOver } from '../src/lib/server/handover.ts';
import { compressing } from './compress.ts';
import type { Listener } from './listener.ts';
import { renderThrough } from './render.ts';

const forTheApp = /^\/(api|lam-viec\/api)\/|^\/s\/[^/?]+(\?|$)/;

/** Whether the app answers before any page is asked: both doors of the API, and a respondent's page. */
export function isForTheApp(req: IncomingMessage): boolean {
  return forTheApp.test(req.url ?? '');
}

/** The app, created once, drawing through the pages behind it, which are handed the app in turn. */
export function appBefore(pages: Listener, house: House): Hono {
  const app = createApp(house, { render: renderThrough(pages, house.origin) });
  handOver({ answer: (request) => app.fetch(request), origin: house.origin });
  offerExample(house, (path, init) => app.request(path, init));
  return app;
}

export function appListener(app: Hono): Listener {
  const listen = getRequestListener(app.fetch);
  return (req, res) => void listen(req, res);
}

/** SvelteKit's handler with our headers on everything it sends, assets included, and its pages compressed. */
export function pageListener(kit: Listener, origin: string): Listener {
  // adapter-node learns the scheme from this header alone; what a client claims in it is overwritten.
  const scheme = new URL(origin).protocol.slice(0, -1);
  return (req, res) => {
    req.headers['x-forwarded-proto'] = scheme;
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    compressing(req, res);
    kit(req, res);
  };
}
