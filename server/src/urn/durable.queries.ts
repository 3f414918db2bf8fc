import { sql, type Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';

/** Brings everything committed so far to this server's disk, whatever its setting; says how far its log then reaches. */
export async function flushLog(db: UrnDb): Promise<string> {
  await db.transaction().execute(async (trx) => {
    await sql`set local synchronous_commit = local`.execute(trx);
    // An empty message: the commit that ends it cannot return before everything before it is on the disk.
    await sql`select pg_logical_emit_message(true, 'danban', '')`.execute(trx);
  });
  const found = await sql<{ lsn: string }>`select pg_current_wal_flush_lsn()::text as lsn`.execute(db);
  return found.rows[0]!.lsn;
}

/** `unseen`: a standby is connected, and this role is not told how far it is (it lacks pg_read_all_stats). */
export type Standbys = 'have-it' | 'behind' | 'unseen';

/**
 * Whether every standby has flushed the position to its disk. A standby is one that is connected, or that owns a
 * replication slot: it may be away, and be the one that is promoted tomorrow.
 */
export async function standbysAt(db: UrnDb, position: string): Promise<Standbys> {
  return db.transaction().execute(async (trx) => {
    // Shown to whoever the server's administrator lets see them: the user we came as, and no role of a vault.
    await sql`set local role none`.execute(trx);
    return standbysSeen(trx, position);
  });
}

async function standbysSeen(trx: Transaction<UrnTables>, position: string): Promise<Standbys> {
  const found = await sql<{ unseen: boolean; behind: boolean }>`
    select exists (select from pg_stat_replication where state is null) as unseen,
      exists (
        select from pg_stat_replication
        where state is not null and (flush_lsn is null or flush_lsn < ${position}::pg_lsn)
      )
      or exists (
        select from pg_replication_slots
        where slot_type = 'physical' and wal_status is distinct from 'lost'
          and (restart_lsn is null or restart_lsn < ${position}::pg_lsn)
      ) as behind`.execute(trx);
  const { unseen, behind } = found.rows[0]!;
  if (unseen) return 'unseen';
  return behind ? 'behind' : 'have-it';
}
