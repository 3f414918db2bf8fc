import type { ActCode } from '@danban/audit';
import type { Db } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holdsWords } from '../search/queries.ts';
import type { FilteredActs } from './inputs.ts';
import type { AuditRow } from './rows.ts';
import type { Watched } from './watched.ts';

/** An act of the whole installation belongs to no unit, so only who watches everything sees it. */
function isWatched(watched: Watched): RawBuilder<SqlBool> {
  if (watched === 'everything') return sql<SqlBool>`true`;
  return sql<SqlBool>`unit_id in (
    select unit_id from unit_reach
    where ancestor_id = any(${watched.units}::text[]) and during @> ${watched.day}::date)`;
}

const midnight = (day: string): RawBuilder<Date> => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** Whether an act is among those that somebody may read and has asked for. */
function isWanted(watched: Watched, { q, from, to, person, act, kind, object }: FilteredActs): RawBuilder<SqlBool> {
  const conditions = [isWatched(watched), holdsWords(sql.ref('search_key'), q)];
  if (from !== undefined) conditions.push(sql`at >= ${midnight(from)}`);
  if (to !== undefined) conditions.push(sql`at < ${midnight(to)} + interval '1 day'`);
  if (person !== undefined) conditions.push(sql`actor_id = ${person}::uuid`);
  if (act !== undefined) conditions.push(sql`act = ${act}`);
  if (kind !== undefined) conditions.push(sql`object_kind = ${kind}`);
  if (object !== undefined) conditions.push(sql`object_id = ${object}`);
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** Acts, newest first. */
export async function findActs(
  db: Db,
  watched: Watched,
  wanted: FilteredActs,
  { limit, offset }: { limit: number; offset: number },
): Promise<AuditRow[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .where(isWanted(watched, wanted))
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The newest acts on one survey but those left out, whoever may read the whole log. */
export async function findActsOnSurvey(
  db: Db,
  survey: string,
  { limit, except }: { limit: number; except: readonly ActCode[] },
): Promise<AuditRow[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .where('object_kind', '=', 'survey')
    .where('object_id', '=', survey)
    .where(sql<SqlBool>`act <> all(${except}::text[])`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

export type MarkedRow = AuditRow & { wanted: boolean };

/** The next links of the chain up to its head, each marked whether its act is to be shown. */
export async function findMarkedAfter(
  db: Db,
  watched: Watched,
  wanted: FilteredActs,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<MarkedRow[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .select(isWanted(watched, wanted).as('wanted'))
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(limit)
    .execute() as Promise<MarkedRow[]>;
}

/** More than a list to choose from holds; words find them then. */
const mostPeople = 200;

/** Accounts that did something among the acts somebody may read; none where they are too many to choose from. */
export async function findActors(db: Db, watched: Watched): Promise<{ id: string; name: string }[]> {
  const found = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('audit_event')
          .select('seq')
          .whereRef('audit_event.actor_id', '=', 'account.id')
          .where(isWatched(watched)),
      ),
    )
    .orderBy('name')
    .limit(mostPeople + 1)
    .execute();
  return found.length > mostPeople ? [] : found;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names of units, bodies and accounts by their ids. */
export async function findNames(db: Db, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const units = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute();
  const bodies = await db.selectFrom('body').select(['id', 'name']).where('id', 'in', ids).execute();
  const persons = ids.filter((id) => uuid.test(id));
  const accounts =
    persons.length === 0
      ? []
      : await db.selectFrom('account').select(['id', 'name']).where('id', 'in', persons).execute();
  return Object.fromEntries([...units, ...bodies, ...accounts].map(({ id, name }) => [id, name]));
}
