import { createServer } from 'node:http';
import { auditHead, openHouse, readConfig, type Config, type House } from '@danban/server';
import { offerSetup, startExample } from './front/first-start.ts';
import { openFront, pageListener, type Front } from './front/handler.ts';
import { listen } from './front/listen.ts';
import type { Listener } from './front/listener.ts';
import { leaveOnCrash, stopOnSignal } from './front/shutdown.ts';

/** The built pages. adapter-node reads both settings when it is loaded; front/handler.ts sets the header. */
async function builtPages(): Promise<Listener> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['BODY_SIZE_LIMIT'] = '7M';
  const built = './build/handler.js';
  return ((await import(built)) as { handler: Listener }).handler;
}

function welcome(house: House, front: Front, config: Config): Promise<void> {
  if (process.argv.includes('--example')) return startExample(house, front.send, config.dataDir);
  return offerSetup(house);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { house, close } = await openHouse(config);
  leaveOnCrash(house);
  try {
    const front = openFront(house, pageListener(await builtPages(), house.origin));
    const server = createServer(front.listener);
    await listen(server, config.port, config.host);
    stopOnSignal(server, close);
    console.log(`Dân Bàn: ${house.origin}`);
    console.log(`Audit log: ${await auditHead(house)}`);
    await welcome(house, front, config);
  } catch (error) {
    await close();
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
