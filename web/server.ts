import { createServer } from 'node:http';
import { openHouse, readConfig } from '@danban/server';
import { appListener, isForTheApp, pageListener, type Listener } from './front/handler.ts';
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
  const app = appListener(house, pages);
  const server = createServer((req, res) => (isForTheApp(req) ? app(req, res) : pages(req, res)));
  await listen(server, config.port, config.host).catch((error: unknown) => close().then(() => Promise.reject(error)));
  stopOnSignal(server, close);
  console.log(`Dân Bàn: ${house.origin}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
