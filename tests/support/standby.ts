import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startEmbedded } from '@danban/db';
import { sql } from 'kysely';
import { baseBackup } from './backup.ts';
import type { Started } from './servers.ts';

export interface Standby {
  /** Shuts it down; its slot, if it has one, stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** A real standby: a base backup of the server's files that streams from it, through a slot where one is named. */
export async function startStandby(primary: Started, slot?: string): Promise<Standby> {
  const dataDir = await mkdtemp(join(tmpdir(), 'danban-standby-'));
  await copyOf(primary, dataDir, slot);
  const { host, port, user } = primary.address;
  const settings = {
    fsync: 'off',
    max_connections: '300',
    primary_conninfo: `host=${host} port=${port ?? 5432} user=${user}`,
    ...(slot ? { primary_slot_name: slot } : {}),
  };
  const begin = () => startEmbedded({ dataDir, settings, ...(primary.binaries ? { binaries: primary.binaries } : {}) });
  let server: Awaited<ReturnType<typeof begin>> | undefined = await begin();
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = undefined;
  };
  return {
    stop,
    start: async () => void (server = await begin()),
    remove: async () => {
      await stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function copyOf(primary: Started, dataDir: string, slot: string | undefined): Promise<void> {
  const db = connect(primary.address, { max: 1 });
  try {
    if (slot) await sql`select pg_create_physical_replication_slot(${slot}, true)`.execute(db);
    await baseBackup(db, primary.dataDir, dataDir);
    await writeFile(join(dataDir, 'pg', 'standby.signal'), '');
  } finally {
    await db.destroy();
  }
}
