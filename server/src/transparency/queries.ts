import { sql, type Transaction } from 'kysely';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { entryText, type LogEntry } from '@danban/verify';

export type Trx = Transaction<HouseTables>;

/** One line is added at a time, and one checkpoint made. */
async function lockLog(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('log of the installation', 0))`.execute(trx);
}

/** Adds a line to the log in the transaction of what it tells. */
export async function append(trx: Trx, entry: LogEntry): Promise<void> {
  await lockLog(trx);
  await sql`
    insert into log_entry (position, body)
    select coalesce(max(position) + 1, 0), ${entryText(entry)} from log_entry`.execute(trx);
}

/** All lines, in their order. */
export async function findEntries(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('log_entry').select('body').orderBy('position').execute();
  return rows.map(({ body }) => body);
}

/** Lines that speak of a survey. */
export async function findEntriesOf(db: Db, survey: string): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select('body')
    .where(sql`body::jsonb ->> 'survey'`, '=', survey)
    .orderBy('position')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as LogEntry);
}

/** The newest key the log names; undefined before it has begun. */
export async function findKey(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('log_entry')
    .select('body')
    .where(sql`body::jsonb ->> 'kind'`, '=', 'key')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && (JSON.parse(row.body) as { key: string }).key;
}

export interface StoredCheckpoint {
  size: number;
  note: string;
}

export async function findCheckpoint(db: Db): Promise<StoredCheckpoint | undefined> {
  return db.selectFrom('log_checkpoint').select(['size', 'note']).orderBy('size', 'desc').limit(1).executeTakeFirst();
}

/** Whoever signs next waits, and finds what was signed meanwhile. */
export async function saveCheckpoint(
  db: Db,
  make: (entries: string[], before: number) => Promise<string | null>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const entries = await findEntries(trx);
    const note = await make(entries, (await findCheckpoint(trx))?.size ?? 0);
    if (note === null) return;
    await trx.insertInto('log_checkpoint').values({ size: entries.length, note }).execute();
  });
}

/** Batches of leaves the house has of a survey, in their order. */
export async function findLeaves(db: Db, survey: string): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('log_leaves')
    .select('leaves')
    .where('survey_id', '=', survey)
    .orderBy('batch')
    .execute();
  return rows.map(({ leaves }) => leaves);
}

export async function insertLeaves(trx: Trx, survey: string, batch: number, leaves: Buffer): Promise<void> {
  await trx.insertInto('log_leaves').values({ survey_id: survey, batch, leaves }).execute();
}
