import { createServer } from 'node:http';
import { createSetupLink, openHouse, readConfig, type Config, type House } from '@danban/server';
import type { Hono } from 'hono';
import { fillWithExample } from './front/example.ts';
import { appBefore, appListener, isForTheApp, pageListener } from './front/handler.ts';
import type { Listener } from './front/listener.ts';
import { listen } from './front/listen.ts';
import { stopOnSignal } from './front/shutdown.ts';

/** The built pages. adapter-node reads the name of the header when it is loaded; front/handler.ts sets the header. */
async function builtPages(): Promise<Listener> {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  const built = './build/handler.js';
  return ((await import(built)) as { handler: Listener }).handler;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { house, close } = await openHouse(config);
  const pages = pageListener(await builtPages(), house.origin);
  const app = appBefore(pages, house);
  const answer = appListener(app);
  const server = createServer((req, res) => (isForTheApp(req) ? answer(req, res) : pages(req, res)));
  await listen(server, config.port, config.host).catch((error: unknown) => close().then(() => Promise.reject(error)));
  stopOnSignal(server, close);
  console.log(`Dân Bàn: ${house.origin}`);
  await welcome(config, house, app);
}

/** An empty house says how to move in: by the example that was asked for, or by a link that works once. */
async function welcome(config: Config, house: House, app: Hono): Promise<void> {
  const wanted = process.argv.includes('--example');
  const setUp = await createSetupLink(house);
  if (setUp === null && wanted) console.log('This house has data already: the example organisation is left out.');
  if (setUp === null) return;
  if (wanted) await fillWithExample(config, house, app);
  else console.log(`Set up Dân Bàn here, once: ${setUp}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
