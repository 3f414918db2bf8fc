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

/** Lines that speak of a survey; of the first so many alone, where that is said. */
export async function findEntriesOf(db: Db, survey: string, first?: number): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select('body')
    .where(sql`body::jsonb ->> 'survey'`, '=', survey)
    .$if(first !== undefined, (query) => query.where('position', '<', first!))
    .orderBy('position')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as LogEntry);
}

/** Lines that speak of a survey among the first so many, each with its place. */
export async function findLinesOf(
  db: Db,
  survey: string,
  first: number,
): Promise<{ position: number; text: string }[]> {
  const found = db.selectFrom('log_entry').select(['position', 'body as text']);
  return found
    .where(sql`body::jsonb ->> 'survey'`, '=', survey)
    .where('position', '<', first)
    .orderBy('position')
    .execute();
}

/** Whether the log speaks of a survey: not of one that opened before there was a log. */
export async function isLogged(db: Db, survey: string): Promise<boolean> {
  return (await findEntriesOf(db, survey)).length > 0;
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

/** How long a checkpoint is kept back until every witness has seen it. */
export const patience = 60 * 60 * 1000;

/**
 * The newest checkpoint that every witness has cosigned, or that has waited an hour for them: one witness who is silent keeps
 * nothing from being checked. The first of all is shown as it is. What is shown never goes back.
 */
export async function findShown(
  db: Db,
  witnesses: readonly string[],
  now: Date,
): Promise<StoredCheckpoint | undefined> {
  const waited = new Date(now.getTime() - patience);
  const { rows } = await sql<StoredCheckpoint>`
    select size, note from log_checkpoint c
    where signed_at is null or signed_at <= ${waited} or size = (select min(size) from log_checkpoint)
      or (select count(*) from log_cosignature s where s.size = c.size and s.witness = any(${witnesses}::text[]))
        = cardinality(${witnesses}::text[])
    order by size desc limit 1`.execute(db);
  return rows[0];
}

/** What witnesses said of a checkpoint, by their keys. */
export async function findCosignatures(db: Db, size: number): Promise<{ witness: string; line: string }[]> {
  const found = db.selectFrom('log_cosignature').select(['witness', 'line']).where('size', '=', size);
  return found.orderBy('witness').execute();
}

/** The last thing a witness said, and of which checkpoint. */
export async function findLastOf(
  db: Db,
  witness: string,
): Promise<{ size: number; note: string; line: string } | undefined> {
  return db
    .selectFrom('log_cosignature as said')
    .innerJoin('log_checkpoint as of', 'of.size', 'said.size')
    .select(['of.size', 'of.note', 'said.line'])
    .where('said.witness', '=', witness)
    .orderBy('of.size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Since when the witness has not seen what is signed; undefined where it has seen it all. */
export async function findWaitingFor(db: Db, witness: string): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(signed_at) as since from log_checkpoint
    where size > coalesce((select max(size) from log_cosignature where witness = ${witness}), 0)`.execute(db);
  return rows[0]?.since ?? undefined;
}

export async function insertCosignature(db: Db, size: number, witness: string, line: string): Promise<void> {
  const row = { size, witness, line };
  await db
    .insertInto('log_cosignature')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Surveys the log speaks of, with what decides which of their files are public. */
export async function findLogged(db: Db): Promise<{ slug: string; published: boolean; released: number }[]> {
  const rows = await db
    .selectFrom('survey')
    .select(['results_slug', 'published', 'released'])
    .where('id', 'in', (of) =>
      of
        .selectFrom('log_entry')
        .select(sql<string>`(body::jsonb ->> 'survey')::uuid`.as('id'))
        .where(sql`body::jsonb ->> 'kind'`, '=', 'opening'),
    )
    .execute();
  return rows.map(({ results_slug: slug, ...row }) => ({ slug, ...row }));
}

/** Whoever signs next waits, and finds what was signed meanwhile. */
export async function saveCheckpoint(
  db: Db,
  now: Date,
  make: (entries: string[], before: number) => Promise<string | null>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const entries = await findEntries(trx);
    const note = await make(entries, (await findCheckpoint(trx))?.size ?? 0);
    if (note === null) return;
    await trx.insertInto('log_checkpoint').values({ size: entries.length, note, signed_at: now }).execute();
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

/** How many batches that is. */
export async function countBatches(db: Db, survey: string): Promise<number> {
  const counted = db.selectFrom('log_leaves').select(({ fn }) => fn.countAll<number>().as('count'));
  return Number((await counted.where('survey_id', '=', survey).executeTakeFirstOrThrow()).count);
}

export async function insertLeaves(trx: Trx, survey: string, batch: number, leaves: Buffer): Promise<void> {
  await trx.insertInto('log_leaves').values({ survey_id: survey, batch, leaves }).execute();
}
