import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { RosterDb } from '@danban/db/vaults/roster';
import type { InvitedWish, ListCounts, Listed, ListedWish } from '../vaults/roster.ts';

export interface Entry extends Listed {
  place: number;
  edition: number;
  stratum: number | null;
}

const shown = [
  ...(['id', 'place', 'unit_id as unit', 'name', 'email', 'phone'] as const),
  ...(['edition', 'revoked', 'refused', 'stratum'] as const),
] as const;

export const entriesOf = (db: RosterDb, survey: string) =>
  db.selectFrom('roster.entry').select(shown).where('survey_id', '=', survey);

/** Rows in one answer: the thread that takes them is free again after some milliseconds. */
const rowsAtOnce = 250;

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
  { unit, from = 0, most }: InvitedWish,
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
