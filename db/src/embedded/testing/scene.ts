import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { clientConfig } from '../../connect.ts';
import type { Address } from '../../connect.ts';
import { livingServer } from '../pidFile.ts';
import { startEmbedded } from '../start.ts';
import type { Embedded } from '../start.ts';
import type { Events } from '../supervise.ts';

/** A data folder that is gone after the test, and any server on it too. */
export async function folder(parent: string = tmpdir()): Promise<string> {
  const dataDir = await mkdtemp(join(parent, 'danban-db-'));
  onTestFinished(async () => {
    await killServer(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

// A killed process is no power cut: what these tests are about does not need the disk to keep up.
const hasty = { fsync: 'off' };

/** A server of this process, as fast as it goes. */
export function start(dataDir: string, events: Events = {}): Promise<Embedded> {
  return startEmbedded({ dataDir, settings: hasty, ...events });
}

/** A server of this process that is stopped after the test. */
export async function started(dataDir: string, events: Events = {}): Promise<Embedded> {
  const server = await start(dataDir, events);
  onTestFinished(() => server.stop());
  return server;
}

export interface Said {
  pid?: number;
  connection?: Address;
  code?: string;
}

/** Another application on the folder: what it said, and how to kill it. */
export async function application(
  dataDir: string,
  wrap: string[] = [],
): Promise<{ said: Said; kill(): Promise<void> }> {
  const [program = '', ...args] = [...wrap, process.execPath, join(import.meta.dirname, 'application.ts'), dataDir];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => void (child.kill('SIGKILL') && (await ended));
  onTestFinished(kill);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { said: JSON.parse(line) as Said, kill };
}

export async function ask(address: Address, text: string): Promise<unknown[]> {
  const client = new pg.Client(clientConfig(address));
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text).finally(() => client.end());
  return rows.map((row) => Object.values(row)[0]);
}

export async function killServer(dataDir: string): Promise<void> {
  const server = livingServer({ pgDir: join(dataDir, 'pg') });
  if (server) process.kill(server.pid, 'SIGKILL');
  while (livingServer({ pgDir: join(dataDir, 'pg') })?.pid === server?.pid && server) await sleep(10);
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}
