import { sql, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import type { RosterDb, RosterTables } from '@danban/db/vaults/roster';
import { searchKey } from '@danban/text';
import {
  createPartition,
  dropPartition,
  measurePartition,
  rewritePartition,
  type Parted,
} from '../vaults/partitions.queries.ts';
import type { ListCounts, Listed, ListedWish, Person, Stratum } from '../vaults/roster.ts';

type Trx = Transaction<RosterTables>;

export interface Entry extends Listed {
  place: number;
  edition: number;
  stratum: number | null;
}

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

const shown = [
  ...(['id', 'place', 'unit_id as unit', 'name', 'email', 'phone'] as const),
  ...(['edition', 'revoked', 'refused', 'stratum'] as const),
] as const;

const entriesOf = (db: RosterDb, survey: string) =>
  db.selectFrom('roster.entry').select(shown).where('survey_id', '=', survey);

/** Rows in one answer: the thread that takes them is free again after some milliseconds. */
const rowsAtOnce = 500;

/** Everybody, some at a time, in the order of the list. */
export async function* eachEntries(db: RosterDb, survey: string): AsyncGenerator<Entry[]> {
  for (let from = 0; ;) {
    const some = await entriesOf(db, survey).where('place', '>=', from).orderBy('place').limit(rowsAtOnce).execute();
    const last = some.at(-1);
    if (last === undefined) return;
    yield some;
    from = last.place + 1;
  }
}

/** A digit or two stand in every number. */
const leastOfContact = 3;

function holds(word: string): RawBuilder<SqlBool> {
  const inName = sql<SqlBool>`search_key like ${`%${word}%`}`;
  if (word.length < leastOfContact) return inName;
  return sql<SqlBool>`(${inName} or email like ${`%${word}%`} or phone like ${`%${word}%`})`;
}

/** Some of a list in its order. `words` hold letters and digits alone, nothing a pattern would read. */
export async function findListed(
  db: RosterDb,
  survey: string,
  { words = [], refused = false, from = 0, most }: ListedWish,
): Promise<Entry[]> {
  return entriesOf(db, survey)
    .where((eb) => eb.and(words.map(holds)))
    .$if(refused, (query) => query.where('refused', '=', true))
    .orderBy('place')
    .offset(from)
    .$if(most !== undefined, (query) => query.limit(most!))
    .execute();
}

const invitedOf = (db: RosterDb, survey: string, unit: string | undefined) =>
  db
    .selectFrom('roster.entry')
    .where('survey_id', '=', survey)
    .where('revoked', '=', false)
    .where('stratum', 'is not', null)
    .$if(unit !== undefined, (query) => query.where('unit_id', '=', unit!));

export async function findInvited(
  db: RosterDb,
  survey: string,
  { unit, from = 0, most }: { unit?: string | undefined; from?: number; most?: number },
): Promise<Entry[]> {
  return invitedOf(db, survey, unit)
    .select(shown)
    .orderBy('place')
    .offset(from)
    .$if(most !== undefined, (query) => query.limit(most!))
    .execute();
}

export async function countInvited(db: RosterDb, survey: string, unit?: string): Promise<number> {
  const counted = invitedOf(db, survey, unit).select((eb) => eb.fn.countAll<number>().as('people'));
  return (await counted.executeTakeFirstOrThrow()).people;
}

export async function countListed(db: RosterDb, survey: string): Promise<ListCounts> {
  return db
    .selectFrom('roster.entry')
    .select((eb) => [
      eb.fn.countAll<number>().as('people'),
      eb.fn.count<number>('email').as('withEmail'),
      eb.fn.count<number>('phone').as('withPhone'),
      eb.fn.countAll<number>().filterWhere('refused', '=', true).as('refused'),
    ])
    .where('survey_id', '=', survey)
    .executeTakeFirstOrThrow();
}

export async function countByUnit(db: RosterDb, survey: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('roster.entry')
    .select(['unit_id', (eb) => eb.fn.countAll<number>().as('people')])
    .where('survey_id', '=', survey)
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.people]));
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

/**
 * Everybody with an address, also who is struck off: their places in a mailing never move. The ids in their order, sixteen
 * bytes each: so many rows would hold the thread.
 */
export async function findAddressed(db: RosterDb, survey: string): Promise<Buffer> {
  const { rows } = await sql<{ ids: Buffer | null }>`
    select string_agg(uuid_send(id), '' order by id) as ids from roster.entry
    where survey_id = ${survey} and email is not null`.execute(db);
  return rows[0]?.ids ?? Buffer.alloc(0);
}

/** These people as they are now, without those nothing is to be sent to. */
export async function findToMail(
  db: RosterDb,
  survey: string,
  people: readonly string[],
  waitingOnly: boolean,
): Promise<Map<string, Entry>> {
  const found = await entriesOf(db, survey)
    .where('id', 'in', people)
    .where('revoked', '=', false)
    .where('stratum', 'is not', null)
    .$if(waitingOnly, (query) => query.where('blinded_hash', 'is', null))
    .execute();
  return new Map(found.map((entry) => [entry.id, entry]));
}

/** Whether the latest letter that everybody got was refused for her address; a row that says so already is left alone. */
export async function saveRefused(db: RosterDb, survey: string, person: string, refused: boolean): Promise<void> {
  await db
    .updateTable('roster.entry')
    .set({ refused })
    .where('survey_id', '=', survey)
    .where('id', '=', person)
    .where('refused', '=', !refused)
    .execute();
}
