import { rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { Address } from '../connect.ts';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { addressOf, bringUp } from './bringUp.ts';
import { EmbeddedError } from './error.ts';
import { failureIn } from './failure.ts';
import { initialise } from './initialise.ts';
import { claim } from './lock.ts';
import { livingServer } from './pidFile.ts';
import type { Settings } from './settings.ts';
import { shutDown } from './shutDown.ts';
import { prepareFolder, socketFolder } from './site.ts';
import type { Site } from './site.ts';
import { supervise } from './supervise.ts';
import type { Events } from './supervise.ts';

export interface EmbeddedOptions extends Events {
  dataDir: string;
  /** Settings of the server over ours, by PostgreSQL's names. */
  settings?: Settings;
  binaries?: Binaries;
}

export interface Embedded {
  connection: Address;
  /** The server's process now; undefined while it is being started again. */
  readonly pid: number | undefined;
  /** Shuts the server down and frees the folder. */
  stop(): Promise<void>;
}

export const database = 'danban';

/**
 * Starts the built-in PostgreSQL on `dataDir`, or takes over the one a killed application left there, and keeps
 * it up until `stop`. The files lie in `<dataDir>/pg`, the log in `<dataDir>/postgres.log`.
 * @throws EmbeddedError with a code and a sentence for people
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const binaries = options.binaries ?? findBinaries();
  const folder = prepareFolder(options.dataDir);
  const lock = claim(folder);
  try {
    const site = await siteOf(folder, binaries, options.settings ?? {});
    return await serve(site, options, lock).catch((error) => giveUp(site, error));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function siteOf(dataDir: string, binaries: Binaries, settings: Settings): Promise<Site> {
  const pgDir = join(dataDir, 'pg');
  const { host, port } = livingServer({ pgDir }) ?? (await doorOf(dataDir));
  return { dataDir, pgDir, host, port, binaries, settings, logFile: join(dataDir, 'postgres.log') };
}

async function serve(site: Site, events: Events, lock: { release(): void }): Promise<Embedded> {
  await initialise(site);
  const session = await bringUp(site);
  await ensureDatabase(session);
  const watch = supervise(site, session, events);
  return {
    connection: addressOf(site, database),
    get pid() {
      return livingServer(site)?.pid;
    },
    stop: async () => {
      await watch.end();
      await shutDown(site);
      await rmdir(site.host).catch(() => undefined);
      lock.release();
    },
  };
}

async function giveUp(site: Site, error: unknown): Promise<never> {
  await shutDown(site);
  throw error instanceof EmbeddedError ? error : failureIn(String(error), site.dataDir);
}

async function ensureDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await session.query(`create database ${database}`);
}

async function doorOf(dataDir: string): Promise<{ host: string; port: number }> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  const port = 5432;
  return { host: socketFolder(dataDir, port), port };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
