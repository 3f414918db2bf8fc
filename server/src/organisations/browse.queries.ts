import type { BodyView, UnitChoiceView, UnitView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import { rowsOf } from '../http/list.ts';
import { holdsWords } from '../search/queries.ts';
import { aliveOn, livingBodies, toUnit, type TreeRow } from './queries.ts';

interface Wanted {
  q: string;
  page: number;
  date: string;
}

/** One page of the units at or under the given ones that hold the words, the highest first, and one row more. */
export async function findUnits(
  db: Db,
  tops: readonly string[] | null,
  { q, page, date }: Wanted,
): Promise<UnitChoiceView[]> {
  const { limit, offset } = rowsOf(page);
  const under =
    tops === null
      ? sql`true`
      : sql`exists (select from unit_reach
          where unit_id = unit.id and ancestor_id = any(${tops}::text[]) and during @> ${date}::date)`;
  const { rows } = await sql<UnitChoiceView>`
    with found as (
      select unit.id, unit.name,
        (select max(distance) from unit_reach where unit_id = unit.id and during @> ${date}::date) as depth
      from unit where ${aliveOn(date)} and ${holdsWords(sql`unit.search_key`, q)} and ${under}
      order by depth, unit.name, unit.id limit ${limit} offset ${offset}
    )
    select id, name, array(
      select above.name from unit_reach join unit as above on above.id = ancestor_id
      where unit_id = found.id and distance > 0 and during @> ${date}::date order by distance
    ) as above from found order by depth, name, id`.execute(db);
  return rows;
}

/** One page of the bodies that hold the words, of these units or of all, by name, and one row more. */
export async function findBodies(
  db: Db,
  { q, page, date, path }: Wanted & { path: readonly string[] | undefined },
): Promise<BodyView[]> {
  const { limit, offset } = rowsOf(page);
  return livingBodies(db, date, path)
    .where(holdsWords(sql.ref('body.search_key'), q))
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The unit as it stands on the day, with its parent. */
export async function unitOn(db: Db, id: string, date: string): Promise<UnitView | undefined> {
  const { rows } = await sql<TreeRow>`
    select unit.*, ${parentOn(date)} as parent_id from unit where id = ${id} and ${aliveOn(date)}`.execute(db);
  return rows[0] && toUnit(rows[0]);
}

const parentOn = (date: string) => sql`(
  select ancestor_id from unit_reach where unit_id = unit.id and distance = 1 and during @> ${date}::date)`;

/** What hangs directly under the unit on the day, or the roots: one page by name, each with how many hang under it. */
export async function unitsUnder(
  db: Db,
  parentId: string | null,
  { page, date }: { page: number; date: string },
): Promise<(UnitView & { below: number })[]> {
  const { limit, offset } = rowsOf(page);
  const place =
    parentId === null
      ? sql`not exists (select from unit_reach where unit_id = unit.id and distance > 0 and during @> ${date}::date)`
      : sql`exists (select from unit_reach
          where unit_id = unit.id and ancestor_id = ${parentId} and distance = 1 and during @> ${date}::date)`;
  const { rows } = await sql<TreeRow & { below: number }>`
    with shown as (
      select unit.*, ${parentId}::text as parent_id from unit where ${aliveOn(date)} and ${place}
      order by name, id limit ${limit} offset ${offset}
    )
    select shown.*, (
      select count(*) from unit_reach join unit on unit.id = unit_id
      where ancestor_id = shown.id and distance = 1 and during @> ${date}::date and ${aliveOn(date)}
    ) as below from shown order by name, id`.execute(db);
  return rows.map((row) => ({ ...toUnit(row), below: row.below }));
}

/** Names of units, in the order in which they are asked for. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}
