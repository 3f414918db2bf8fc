import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig } from '../connect.ts';
import type { Address } from '../connect.ts';
import { EmbeddedError } from './error.ts';
import { failureIn } from './failure.ts';
import { launch } from './launch.ts';
import type { Starting } from './launch.ts';
import { windowsPassword } from './password.ts';
import { livingServer } from './pidFile.ts';
import type { Site } from './site.ts';

const patience = 60_000;
const pause = 25;

export function addressOf(site: Pick<Site, 'dataDir' | 'host' | 'port'>, database: string): Address {
  const password = windowsPassword(site.dataDir);
  return { host: site.host, port: site.port, user: 'postgres', database, ...(password ? { password } : {}) };
}

/**
 * Finds the server of this folder alive or starts it, waits until it answers (crash recovery included), and
 * returns a session whose end tells that the server has gone.
 * @throws EmbeddedError
 */
export async function bringUp(site: Site): Promise<pg.Client> {
  const deadline = performance.now() + patience;
  for (;;) {
    const server = runningOr(site, () => launch(site));
    const session = await sessionOf(site, server);
    if (session) return session;
    const failure = failureIn(server.said(), site.dataDir);
    // The sessions of a killed server hold its memory until they notice; then the folder is free.
    if (failure.code !== 'folder-in-use' || performance.now() > deadline) throw failure;
    await sleep(10 * pause);
  }
}

function runningOr(site: Site, start: () => Starting): Starting {
  if (!livingServer(site)) return start();
  // A server that goes while we knock has left the folder to us: that is the reason to try again.
  return { isAlive: () => livingServer(site) !== undefined, said: () => 'lock file "postmaster.pid" already exists' };
}

async function sessionOf(site: Site, server: Starting): Promise<pg.Client | undefined> {
  for (;;) {
    const alive = server.isAlive();
    const session = await open(addressOf(site, 'postgres'));
    if (session) return session;
    if (!alive) return undefined;
    await sleep(pause);
  }
}

async function open(address: Address): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...clientConfig(address), application_name: 'danban-watch' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    return notYet(error as { code?: string });
  }
}

// Not there yet, starting, stopping or recovering; anything else will not change by waiting.
function notYet({ code = '' }: { code?: string }): undefined {
  if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '57P02', '53300', ''].includes(code)) return;
  throw new EmbeddedError('start-failed');
}
