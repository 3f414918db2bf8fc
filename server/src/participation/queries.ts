import { sql, type Transaction } from 'kysely';
import type { RosterDb, RosterTables } from '@danban/db/vaults/roster';
import { searchKey } from '@danban/text';
import {
  createPartition,
  dropPartition,
  measurePartition,
  rewritePartition,
  type Parted,
} from '../vaults/partitions.queries.ts';
import type { Person, Stratum } from '../vaults/roster.ts';
import { entriesOf, type Entry } from './list.queries.ts';

type Trx = Transaction<RosterTables>;

const entry: Parted = {
  schema: 'roster',
  table: 'entry',
  silent: ['name', 'search_key', 'email', 'phone', 'salt', 'code_hash', 'blinded_hash'],
};
const lasting = [
  ...['survey_id', 'id', 'place', 'unit_id', 'name', 'search_key', 'email', 'phone'],
  ...['edition', 'revoked', 'refused', 'stratum', 'salt'],
];

/** One change of a survey's list at a time. */
export async function lockRoster(trx: Trx, survey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster:${survey}`}, 0))`.execute(trx);
}

export const createEntries = (trx: Trx, survey: string): Promise<void> => createPartition(trx, entry, survey);

export const dropEntries = (trx: Trx, survey: string): Promise<void> => dropPartition(trx, entry, survey);

/** A page of a long list is found by its index only where the server knows that the list is long. */
export const measureEntries = (trx: Trx, survey: string): Promise<void> => measurePartition(trx, entry, survey);

/** In the order in which they are shown, which is where they lie: the order of the file is not kept. */
export async function insertPeople(trx: Trx, survey: string, some: readonly Person[], from: number): Promise<void> {
  await sql`
    insert into roster.entry (survey_id, id, place, unit_id, name, search_key, email, phone)
    select ${survey}::uuid, gen_random_uuid(), ${from}::int + n - 1, unit, name, key, email, phone
    from unnest(${some.map(({ unit }) => unit)}::text[], ${some.map(({ name }) => name)}::text[],
      ${some.map(({ name }) => searchKey(name))}::text[], ${some.map(({ email }) => email)}::text[],
      ${some.map(({ phone }) => phone)}::text[]) with ordinality as listed (unit, name, key, email, phone, n)
    order by n`.execute(trx);
}

/** People alone come over, each under a new id: no code, no mark, no refusal of an address. */
export async function copyPeople(trx: Trx, from: string, survey: string): Promise<void> {
  await sql`
    insert into roster.entry (survey_id, id, place, unit_id, name, search_key, email, phone)
    select ${survey}::uuid, gen_random_uuid(), (row_number() over (order by place))::int - 1, unit_id, name, search_key,
      email, phone
    from roster.entry where survey_id = ${from}::uuid and not revoked order by place`.execute(trx);
}

export interface FrozenEntry {
  id: string;
  stratum: number;
  salt: Buffer;
  codeHash: Buffer;
}

/** Everything about the freezing of some people; earlier marks belong to earlier keys and go. */
export async function freezeEntries(trx: Trx, survey: string, entries: readonly FrozenEntry[]): Promise<void> {
  await sql`
    update roster.entry set stratum = frozen.stratum, blinded_hash = null,
      salt = substring(${Buffer.concat(entries.map((entry) => entry.salt))}::bytea from (n * 32 - 31)::int for 32),
      code_hash = substring(${Buffer.concat(entries.map((entry) => entry.codeHash))}::bytea from (n * 32 - 31)::int for 32)
    from unnest(${entries.map((entry) => entry.id)}::uuid[], ${entries.map((entry) => entry.stratum)}::smallint[])
      with ordinality as frozen (id, stratum, n)
    where survey_id = ${survey} and entry.id = frozen.id`.execute(trx);
}

export async function replaceStrata(trx: Trx, survey: string, strata: readonly Stratum[]): Promise<void> {
  await trx.deleteFrom('roster.stratum').where('survey_id', '=', survey).execute();
  if (strata.length === 0) return;
  const rows = strata.map(({ unit, size, modulus, commitment }, position) => ({
    survey_id: survey,
    position,
    unit_id: unit,
    size,
    modulus,
    commitment,
  }));
  await trx.insertInto('roster.stratum').values(rows).execute();
}

export async function findByCode(db: RosterDb, survey: string, codeHash: Buffer) {
  return db
    .selectFrom('roster.entry')
    .select(['stratum', 'revoked'])
    .where('survey_id', '=', survey)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
}

/** A request that is to be the one that counts for its invitation. */
export interface Mark {
  stratum: number;
  codeHash: Buffer;
  blindedHash: Buffer;
}

/**
 * One statement, one commit for the whole group: marks the invitations nobody has used yet, each by one request. Says by
 * which, in the order given.
 */
export async function markCollected(db: RosterDb, survey: string, marks: readonly Mark[]): Promise<Set<number>> {
  const marked = await sql<{ at: number }>`/* prepared: roster-marks */
    with asked as (
      select n, stratum, substring(${Buffer.concat(marks.map((mark) => mark.codeHash))}::bytea from (n * 32 - 31)::int for 32) as code,
        substring(${Buffer.concat(marks.map((mark) => mark.blindedHash))}::bytea from (n * 32 - 31)::int for 32) as blinded
      from unnest(${marks.map((mark) => mark.stratum)}::int[]) with ordinality as a (stratum, n)
    )
    update roster.entry set blinded_hash = asked.blinded from asked
    where entry.survey_id = ${survey}::uuid and entry.code_hash = asked.code and entry.stratum = asked.stratum
      and not entry.revoked and entry.blinded_hash is null
    returning (asked.n - 1)::int as at`.execute(db);
  return new Set(marked.rows.map(({ at }) => at));
}

/** Whether just this request has counted before, also for somebody struck off since. */
export async function isMarked(db: RosterDb, survey: string, mark: Mark): Promise<boolean> {
  const same = await sql`
    select from roster.entry where survey_id = ${survey} and code_hash = ${mark.codeHash} and stratum = ${mark.stratum}
      and blinded_hash = ${mark.blindedHash}`.execute(db);
  return same.rows.length === 1;
}

/** A new invitation where none was used; who has collected keeps the one there was. Undefined: no such person. */
export async function nextEdition(
  db: RosterDb,
  survey: string,
  person: string,
  codeHashOf: (edition: number) => Buffer,
): Promise<Entry | undefined> {
  return db.transaction().execute(async (trx) => {
    const entry = await entriesOf(trx, survey)
      .select('blinded_hash')
      .where('id', '=', person)
      .forUpdate()
      .executeTakeFirst();
    if (!entry) return undefined;
    const edition = entry.blinded_hash === null ? entry.edition + 1 : entry.edition;
    const change = { edition, code_hash: codeHashOf(edition), revoked: false };
    await trx
      .updateTable('roster.entry')
      .set(change)
      .where('survey_id', '=', survey)
      .where('id', '=', person)
      .execute();
    return { ...entry, edition, revoked: false };
  });
}

/** Says whether there is such a person; whether a credential was collected before is nobody's business. */
export async function revokeEntry(db: RosterDb, survey: string, person: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('roster.entry')
    .set({ revoked: true })
    .where('survey_id', '=', survey)
    .where('id', '=', person)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What everybody did becomes one number for each stratum. Zero where nobody came. */
export async function countCollected(trx: Trx, survey: string): Promise<void> {
  await sql`
    update roster.stratum set collected = (
      select count(*) from roster.entry
      where entry.survey_id = stratum.survey_id and entry.stratum = stratum.position and blinded_hash is not null
    ) where survey_id = ${survey} and collected is null`.execute(trx);
}

/** In the order of ids, without marks and invitations: who came, and in which order, is gone. */
export function rewriteEntries(trx: Trx, survey: string): Promise<void> {
  return rewritePartition(trx, entry, survey, { columns: lasting, order: 'id' });
}

export async function findCollected(db: RosterDb, survey: string): Promise<(number | null)[]> {
  const rows = await db
    .selectFrom('roster.stratum')
    .select('collected')
    .where('survey_id', '=', survey)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.collected);
}

export async function deleteStrata(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('roster.stratum').where('survey_id', '=', survey).execute();
}
