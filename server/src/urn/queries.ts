import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';

type Trx = Transaction<UrnTables>;

export interface Batch {
  id: string;
  public_key: Buffer;
}

/** What a flush leaves behind: the tag alone. */
export interface Emptied {
  tag: Buffer;
  batch_id: null;
  sealed: null;
}

export interface StagedRow {
  tag: Buffer;
  batch_id: string;
  key_id: string;
  sealed: Buffer;
}

/** One flush or close of a survey's urn at a time, whichever process runs it. */
export async function lockUrn(trx: Trx, survey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`urn:${survey}`}, 0))`.execute(trx);
}

export async function insertBatch(trx: Trx, survey: string, id: string, publicKey: Buffer): Promise<void> {
  await trx.insertInto('urn.batch').values({ id, survey_id: survey, state: 'open', public_key: publicKey }).execute();
}

export async function openBatch(db: UrnDb, survey: string): Promise<Batch | undefined> {
  return db
    .selectFrom('urn.batch')
    .select(['id', 'public_key'])
    .where('survey_id', '=', survey)
    .where('state', '=', 'open')
    .executeTakeFirst();
}

export type LiveBatch = Batch & { state: 'open' | 'sealed' };

/** The batch that takes sheets and those that wait to be opened, in one look. */
export async function liveBatches(db: UrnDb, survey: string): Promise<LiveBatch[]> {
  const rows = await db
    .selectFrom('urn.batch')
    .select(['id', 'public_key', 'state'])
    .where('survey_id', '=', survey)
    .execute();
  return rows as LiveBatch[];
}

/** Waits for every insert that is on its way into the open batch; later ones find it sealed. */
export async function sealOpenBatch(trx: Trx, survey: string): Promise<void> {
  await trx
    .updateTable('urn.batch')
    .set({ state: 'sealed' })
    .where('survey_id', '=', survey)
    .where('state', '=', 'open')
    .execute();
}

export async function sealedBatches(db: UrnDb, survey: string): Promise<string[]> {
  const rows = await db
    .selectFrom('urn.batch')
    .select('id')
    .where('survey_id', '=', survey)
    .where('state', '=', 'sealed')
    .execute();
  return rows.map((row) => row.id);
}

export async function allBatches(db: UrnDb, survey: string): Promise<string[]> {
  const rows = await db.selectFrom('urn.batch').select('id').where('survey_id', '=', survey).execute();
  return rows.map((row) => row.id);
}

export async function insertBatchKey(db: UrnDb, id: string, batch: string, wrapped: Buffer): Promise<void> {
  await db.insertInto('urn.batch_key').values({ id, batch_id: batch, wrapped }).execute();
}

export async function batchKey(db: UrnDb, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('urn.batch_key').select('wrapped').where('id', '=', id).executeTakeFirst();
  return row?.wrapped;
}

export interface Accepted {
  /** False: the batch was sealed meanwhile and nothing was written. */
  open: boolean;
  /** Tags that are new; the others were there before. */
  tags: Buffer[];
}

/** A sheet as it is to lie in the urn. */
export interface Envelope {
  tag: Buffer;
  sealed: Buffer;
  /** Under which other tags a sheet of the same nullifier may lie; of every sheet as many, or none. */
  others: Buffer[];
}

/**
 * One statement, one commit for the whole group. The envelopes travel as one binary parameter, cut by the server;
 * the share lock on the batch makes a flush wait for us, and us see that it has begun. A wrapped key that is not there
 * any more tells that the database was restored under us: nothing is written that nobody could open.
 *
 * A flush replaces one tag of a sheet by another in one transaction. Of both, this statement sees one or the other: it has one
 * snapshot, and the index that refuses its own tag sees at least as much.
 */
export async function insertStaged(
  db: UrnDb,
  to: { survey: string; batch: string; key: string },
  group: readonly Envelope[],
): Promise<Accepted> {
  const most = Math.max(...group.map(({ others }) => others.length));
  const name = sql.raw(most > 0 ? '/* prepared: urn-intake-listed */' : '/* prepared: urn-intake */');
  const tags = Buffer.concat(group.map(({ tag }) => tag));
  const result = await sql<{ open: number; tags: Buffer }>`${name}
    with batch as (
      select id from urn.batch where id = ${to.batch} and state = 'open'
        and exists (select from urn.batch_key where id = ${to.key})
      for share
    ),
    cut as (
      select n::int as n, length, sum(length) over (order by n) - length as skipped
      from unnest(${group.map(({ sealed }) => sealed.length)}::int[]) with ordinality as l (length, n)
    ),
    added as (
      insert into urn.staged (survey_id, tag, batch_id, key_id, sealed)
      select ${to.survey}::uuid, substring(${tags}::bytea from n * 32 - 31 for 32), batch.id,
        ${to.key}::uuid, substring(${Buffer.concat(group.map(({ sealed }) => sealed))}::bytea from (skipped + 1)::int for length)
      from cut, batch
      ${most > 0 ? whereNoneOf(to.survey, group, most) : sql``}
      on conflict do nothing
      returning tag
    )
    select (select count(*)::int from batch) as open,
      coalesce((select string_agg(tag, ''::bytea) from added), ''::bytea) as tags`.execute(db);
  const row = result.rows[0]!;
  const added = Array.from({ length: row.tags.length / 32 }, (_, i) => row.tags.subarray(i * 32, i * 32 + 32));
  return { open: row.open > 0, tags: added };
}

/** Counted, not asked for: so each of them is looked up by the index, whatever the planner thinks of the table. */
function whereNoneOf(survey: string, group: readonly Envelope[], most: number): RawBuilder<unknown> {
  const looked = group.flatMap(({ tag, others }) => [...others, ...Array<Buffer>(most - others.length).fill(tag)]);
  return sql`where (
    select count(*) from urn.staged where survey_id = ${survey}::uuid and tag = any (array(
      select substring(${Buffer.concat(looked)}::bytea from ((n - 1) * ${most}::int + i) * 32 - 31 for 32)
      from generate_series(1, ${most}::int) as i
    ))
  ) = 0`;
}

/** What lies under one of these tags: of one sheet, at most one does. */
export async function stagedUnder(db: UrnDb, survey: string, tags: Buffer[]): Promise<StagedRow | Emptied | undefined> {
  const found = await sql<StagedRow | Emptied>`
    select tag, batch_id, key_id, sealed from urn.staged
    where survey_id = ${survey} and tag = any(${tags}::bytea[])`.execute(db);
  return found.rows[0];
}

/** How many lie sealed in the open batch. Never shown to anybody: it would be a clock of who answers when. */
export async function waiting(db: UrnDb, survey: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from urn.staged where survey_id = ${survey} and sealed is not null`.execute(db);
  return found.rows[0]!.n;
}

export async function stagedIn(trx: Trx, survey: string, batches: string[]): Promise<StagedRow[]> {
  const found = await sql<StagedRow>`
    select tag, batch_id, key_id, sealed from urn.staged
    where survey_id = ${survey} and batch_id = any(${batches}::uuid[])`.execute(trx);
  return found.rows;
}

/** Envelopes sealed anew, sorted by their tags: nothing of the row order tells where they lay before. */
export async function insertAgain(
  trx: Trx,
  to: { survey: string; batch: string; key: string },
  rows: readonly Omit<Envelope, 'others'>[],
): Promise<void> {
  await sql`
    with cut as (
      select n, length, sum(length) over (order by n) - length as skipped
      from unnest(${rows.map(({ sealed }) => sealed.length)}::int[]) with ordinality as l (length, n)
    )
    insert into urn.staged (survey_id, tag, batch_id, key_id, sealed)
    select ${to.survey}::uuid, substring(${Buffer.concat(rows.map(({ tag }) => tag))}::bytea from (n * 32 - 31)::int for 32),
      ${to.batch}::uuid, ${to.key}::uuid,
      substring(${Buffer.concat(rows.map(({ sealed }) => sealed))}::bytea from (skipped + 1)::int for length)
    from cut order by n`.execute(trx);
}

/** Tags of opened sheets with nothing under them, sorted, in one statement: who came first is nowhere in it. */
export async function insertEmptied(trx: Trx, survey: string, tags: readonly Buffer[]): Promise<void> {
  await sql`
    insert into urn.staged (survey_id, tag)
    select ${survey}::uuid, substring(${Buffer.concat(tags)}::bytea from n * 32 - 31 for 32)
    from generate_series(1, ${tags.length}::int) as n order by n
    on conflict do nothing`.execute(trx);
}

export async function deleteTags(trx: Trx, survey: string, tags: readonly Buffer[]): Promise<void> {
  await sql`delete from urn.staged where survey_id = ${survey} and tag = any(${tags}::bytea[])`.execute(trx);
}

/** The envelope goes, the tag stays: a repeat after the flush is refused as already counted. */
export async function emptyEnvelopes(trx: Trx, survey: string, batches: string[]): Promise<void> {
  await sql`update urn.staged set batch_id = null, key_id = null, sealed = null
    where survey_id = ${survey} and batch_id = any(${batches}::uuid[])`.execute(trx);
}

/** Envelopes with their tags. Says how many they were. */
export async function deleteStaged(trx: Trx, survey: string, batches: string[]): Promise<number> {
  const deleted = await sql`
    delete from urn.staged where survey_id = ${survey} and batch_id = any(${batches}::uuid[])`.execute(trx);
  return Number(deleted.numAffectedRows ?? 0);
}

export async function addUnopened(trx: Trx, survey: string, answers: number): Promise<void> {
  await trx
    .insertInto('urn.unopened')
    .values({ survey_id: survey, answers })
    .onConflict((conflict) =>
      conflict.column('survey_id').doUpdateSet((row) => ({ answers: row('urn.unopened.answers', '+', answers) })),
    )
    .execute();
}

export async function findUnopened(db: UrnDb, survey: string): Promise<number> {
  const row = await db.selectFrom('urn.unopened').select('answers').where('survey_id', '=', survey).executeTakeFirst();
  return row?.answers ?? 0;
}

/** Surveys whose urn is not closed. */
export async function surveysWithBatches(db: UrnDb): Promise<string[]> {
  const rows = await db.selectFrom('urn.batch').select('survey_id').distinct().execute();
  return rows.map((row) => row.survey_id);
}

export async function deleteBatches(trx: Trx, batches: string[]): Promise<void> {
  await sql`delete from urn.batch where id = any(${batches}::uuid[])`.execute(trx);
}

export interface Opened {
  leaf: Uint8Array;
  unit: number;
  packed: Buffer;
  /** UTF-8. */
  body: Buffer;
  /** What let it in behind a list, where that is kept. */
  credential: Buffer | null;
}

/** `rows` come sorted by leaf, so that nothing of the row order tells anything. */
export async function insertSubmissions(trx: Trx, survey: string, rows: Opened[]): Promise<void> {
  const bodies = rows.map((row) => row.body);
  const width = rows[0]?.packed.length ?? 0;
  const credentials = rows.map(({ credential }) => credential ?? Buffer.alloc(0));
  await sql`
    with cut as (
      select n, length, unit, sum(length) over (order by n) - length as skipped,
        presented, sum(presented) over (order by n) - presented as passed
      from unnest(${bodies.map((body) => body.length)}::int[], ${rows.map((row) => row.unit)}::smallint[],
        ${credentials.map((one) => one.length)}::int[]) with ordinality as l (length, unit, presented, n)
    )
    insert into urn.submission (survey_id, leaf, unit, packed, body, credential)
    select ${survey}::uuid, substring(${Buffer.concat(rows.map((row) => row.leaf))}::bytea from (n * 32 - 31)::int for 32),
      unit, substring(${Buffer.concat(rows.map((row) => row.packed))}::bytea from ((n - 1) * ${width}::int + 1)::int for ${width}::int),
      convert_from(substring(${Buffer.concat(bodies)}::bytea from (skipped + 1)::int for length), 'UTF8'),
      case when presented > 0 then substring(${Buffer.concat(credentials)}::bytea from (passed + 1)::int for presented) end
    from cut order by n`.execute(trx);
}

/**
 * Whether nobody has sent anything: no envelope, and nothing that was opened. A tag alone is no answer, a voided slip leaves
 * one as well. Partitions that are gone hold nothing.
 */
export async function holdsNothing(trx: Trx, survey: string): Promise<boolean> {
  const found = await sql<{ some: boolean }>`
    select exists (select from urn.staged where survey_id = ${survey} and sealed is not null)
      or exists (select from urn.submission where survey_id = ${survey}) as some`.execute(trx);
  return !found.rows[0]!.some;
}

export async function forgetUnopened(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('urn.unopened').where('survey_id', '=', survey).execute();
}

export async function deleteBatchesOf(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('urn.batch').where('survey_id', '=', survey).execute();
}
