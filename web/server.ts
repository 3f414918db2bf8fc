import { createServer } from 'node:http';
import {
  auditHead,
  openHouse,
  readArguments,
  readConfig,
  type Config,
  type Role,
  type RunningHouse,
} from '@danban/server';
import { offerSetup, startExample } from './front/first-start.ts';
import { listenerWithoutPages, openFront, pageListener } from './front/handler.ts';
import { listen } from './front/listen.ts';
import type { Listener } from './front/listener.ts';
import { leaveOnCrash, stopOnSignal } from './front/shutdown.ts';

/** The built pages. adapter-node reads both settings when it is loaded; front/handler.ts sets the header. */
async function builtPages(): Promise<Listener> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['BODY_SIZE_LIMIT'] = '16M';
  const built = './build/handler.js';
  return ((await import(built)) as { handler: Listener }).handler;
}

interface Start {
  running: RunningHouse;
  config: Config;
  role: Role;
  example: boolean;
}

/** Opens the doors of this role; the process of the pages says what whoever starts it has to know. */
async function serve({ running: { house, close }, config, role, example }: Start): Promise<void> {
  const front = role === 'issuer' ? undefined : openFront(house, pageListener(await builtPages(), house.origin), role);
  const server = createServer(front?.listener ?? listenerWithoutPages(house, role));
  await listen(server, config.port, config.host);
  stopOnSignal(server, close);
  if (front === undefined || role === 'urn') return say(`Dân Bàn (${role}): ${addressOf(config, role)}`);
  say(`Dân Bàn: ${house.origin}`);
  say(`Audit log: ${await auditHead(house)}`);
  await (example ? startExample(house, front.send, config.dataDir) : offerSetup(house));
}

const addressOf = (config: Config, role: Role): string => (role === 'urn' ? config.urnOrigin : config.issuerOrigin);

const say = (sentence: string): void => console.log(sentence);

async function start(): Promise<void> {
  const { role, example } = readArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  const running = await openHouse(config, role);
  leaveOnCrash(running.house);
  try {
    if (role !== 'worker') return await serve({ running, config, role, example });
    stopOnSignal(undefined, running.close);
    say('Dân Bàn (worker)');
  } catch (error) {
    await running.close();
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
