import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp, offerExample, closedHeaders, type House, type Role } from '@danban/server';
import { handOver } from '../src/lib/server/handover.ts';
import { compressing } from './compress.ts';
import type { Listener } from './listener.ts';
import { renderThrough } from './render.ts';

const forTheApp = /^\/(api|lam-viec\/api|to-chuc\/[^/?]+\/api)\/|^\/s\/[^/?]+(\?|$)/;

/** Whether the app answers before any page is asked: the doors of the API, and a respondent's page. */
const isForTheApp = (req: IncomingMessage): boolean => forTheApp.test(req.url ?? '');

/** A page the app itself asks for must not return to the app. */
const isRendering = (req: IncomingMessage): boolean => 'isLightMyRequest' in req;

/** The head of a request could not be read: the app never saw it. */
const unreadable = { status: 400, headers: closedHeaders };

export interface Front {
  listener: Listener;
  /** The app without a socket, for what the house sends to itself. */
  send: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Where answers are taken apart, a form that was refused is drawn there: with the files of the pages, and no other page. */
const fileOfAPage = /^\/(_app\/|favicon\.svg$)/;

/** The path as the pages would read it: "/_app/../lam-viec" is no file. */
const pathOf = (req: IncomingMessage): string => new URL(req.url ?? '/', 'http://here').pathname;

function isForPages(req: IncomingMessage, role: Role): boolean {
  if (isRendering(req)) return true;
  return role === 'urn' ? fileOfAPage.test(pathOf(req)) : !isForTheApp(req);
}

/** The app, created once: as a listener of its own, and handed to the pages behind it. */
export function openFront(house: House, pages: Listener, role: Role = 'all'): Front {
  const app = createApp(house, { render: renderThrough(pages, house.origin) }, role);
  // What pages ask of the house they ask within it, also where the door outside is not open.
  const inside = role === 'urn' ? createApp(house, undefined, 'web') : app;
  handOver({
    answer: (request) => inside.fetch(request),
    origin: house.origin,
    elsewhere: house.elsewhere,
    failed: (error) => house.log.failure('page-failed', error),
  });
  const send: Front['send'] = async (path, init) => app.request(path, init);
  if (role === 'all') offerExample(house, send);
  const answer = answering(app);
  const listener: Listener = (req, res) => void (isForPages(req, role) ? pages(req, res) : answer(req, res));
  return { listener, send };
}

const answering = (app: Hono) => getRequestListener(app.fetch, { errorHandler: () => new Response(null, unreadable) });

/** A process that has no page at all. */
export function listenerWithoutPages(house: House, role: Role): Listener {
  const answer = answering(createApp(house, undefined, role));
  return (req, res) => void answer(req, res);
}

/** SvelteKit's handler with our headers on everything it sends, assets included, and its pages compressed; a page overwrites the policy with its own. */
export function pageListener(kit: Listener, origin: string): Listener {
  // adapter-node learns the scheme from this header alone; what a client claims in it is overwritten.
  const scheme = new URL(origin).protocol.slice(0, -1);
  return (req, res) => {
    req.headers['x-forwarded-proto'] = scheme;
    for (const [name, value] of Object.entries(closedHeaders)) res.setHeader(name, value);
    // A page is answered whole: a 304 would carry the closed policy, which the browser then applies to the page it kept.
    if (req.headers.accept?.includes('text/html')) delete req.headers['if-none-match'];
    compressing(req, res);
    kit(req, res);
  };
}
