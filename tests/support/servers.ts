import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesIn, connect, migrate, startEmbedded } from '@danban/db';
import type { Address, Binaries, Embedded } from '@danban/db';
import { sql } from 'kysely';

export type Version = 18 | 15;

/** Where the servers are; a version that npm has not installed here is missing. */
export type Servers = Partial<Record<Version, Address>>;

export const template = 'danban_template';

export interface Started {
  version: Version;
  address: Address;
  dataDir: string;
  binaries: Binaries | undefined;
  stop(): Promise<void>;
}

// Speed only: a power cut may eat a test's database. Everything else stays as the product has it.
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

export async function startServers(): Promise<{ servers: Servers; stop(): Promise<void> }> {
  const settled = await Promise.allSettled([startServer(18), startServer(15)]);
  const started = settled.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  const stop = async (): Promise<void> => void (await Promise.all(started.map((server) => server.stop())));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { servers: Object.fromEntries(started.map(({ version, address }) => [version, address])), stop };
}

/** PostgreSQL 15 comes under an alias that exists for one platform only. */
function postgres15(): Binaries | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('postgres15-linux-x64');
    return binariesIn(join(entry, '..', '..', 'native'));
  } catch {
    return undefined;
  }
}

/** A server with the migrated template in it; undefined where npm has not installed that version. */
export async function startServer(version: Version): Promise<Started | undefined> {
  const binaries = version === 15 ? postgres15() : undefined;
  if (version === 15 && !binaries) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), `danban-test-${version}-`));
  const server = await startEmbedded({ dataDir, settings: hasty, ...(binaries ? { binaries } : {}) });
  // A run that is cut short leaves no server behind.
  const abandon = (): void => void (server.pid && process.kill(server.pid, 'SIGQUIT'));
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    await server.stop();
    await rm(dataDir, { recursive: true });
  };
  try {
    return { version, address: await makeTemplate(server), dataDir, binaries, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeTemplate({ connection }: Embedded): Promise<Address> {
  const db = connect(connection, { max: 1 });
  await sql`create database ${sql.id(template)}`.execute(db).finally(() => db.destroy());
  const made = connect({ ...connection, database: template }, { max: 1 });
  await migrate(made).finally(() => made.destroy());
  return connection;
}
