import { sql, type SqlBool, type Transaction } from 'kysely';
import type { BodyView, UnitView } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { keyOf } from '../search/keys.ts';
import type { BodyRecord, UnitRecord } from './records.ts';
import { idText } from './schema.ts';

type Trx = Transaction<HouseTables>;

/** The place each unit has on the day: its last place that has begun. */
const placesOn = (date: string) => sql`
  select distinct on (unit_id) unit_id, parent_id
  from unit_place where valid_from <= ${date} order by unit_id, valid_from desc`;

export interface TreeRow {
  id: string;
  parent_id: string | null;
  type: string;
  name: string;
  short_name: string;
  staff: number | null;
  students: number | null;
  households: number | null;
}

export function toUnit({ id, parent_id, type, name, short_name, ...headcount }: TreeRow): UnitView {
  return { id, parentId: parent_id, type, name, shortName: short_name, headcount };
}

/** Whether the unit of the row exists on the day. */
export const aliveOn = (date: string) =>
  sql<SqlBool>`unit.valid_from <= ${date} and (unit.valid_to is null or unit.valid_to >= ${date})`;

/** The name the unit of the row had on the day, where it has another since. */
const nameOn = (date: string) => sql`
  select name, short_name from unit_former_name
  where unit_id = unit.id and unit_former_name.valid_to >= ${date} order by unit_former_name.valid_to limit 1`;

/** One branch after the other, parents before their children, siblings by name in the order of the alphabet. */
async function treeFrom(db: Db, top: ReturnType<typeof sql>, date: string): Promise<UnitView[]> {
  const { rows } = await sql<TreeRow>`
    with recursive place as (${placesOn(date)}),
    alive as (
      select unit.id, type, staff, students, households, place.parent_id,
        coalesce(former.name, unit.name) as name, coalesce(former.short_name, unit.short_name) as short_name
      from unit join place on place.unit_id = unit.id
        left join lateral (${nameOn(date)}) as former on true
      where ${aliveOn(date)}
    ),
    tree as (
      select alive.*, array[name, id collate "vi-x-icu"] as way from alive where ${top}
      union all
      select alive.*, tree.way || array[alive.name, alive.id collate "vi-x-icu"]
      from alive join tree on alive.parent_id = tree.id
    )
    select id, parent_id, type, name, short_name, staff, students, households from tree order by way`.execute(db);
  return rows.map(toUnit);
}

/** Every unit that exists on the day. */
export async function unitsOn(db: Db, date: string): Promise<UnitView[]> {
  return treeFrom(db, sql`parent_id is null`, date);
}

/** The unit and all units under it on the day, the unit first; empty when it does not exist then. */
export async function subtreeOn(db: Db, unitId: string, date: string): Promise<UnitView[]> {
  return treeFrom(db, sql`id = ${unitId}`, date);
}

/**
 * The unit and its ancestors on the day, nearest first; empty when it had not begun. A unit that has ended keeps the
 * last place it had: rights over its old surveys do not end with it.
 */
export async function unitPath(db: Db, unitId: string, date: string): Promise<string[]> {
  if (!idText.safeParse(unitId).success) return [];
  const { rows } = await sql<{ ancestor_id: string }>`
    select ancestor_id from unit_reach where unit_id = ${unitId} and during @> ${date}::date order by distance`.execute(
    db,
  );
  return rows.map((row) => row.ancestor_id);
}

/** The same for many units at once; one without a path is left out. */
export async function unitPaths(db: Db, unitIds: readonly string[], date: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ unit_id: string; path: string[] }>`
    select unit_id, array_agg(ancestor_id order by distance) as path from unit_reach
    where unit_id = any(${unitIds}::text[]) and during @> ${date}::date group by unit_id`.execute(db);
  return new Map(rows.map((row) => [row.unit_id, row.path]));
}

/** Units that are or were a root. Whoever administrates one of them administrates the installation. */
export async function rootIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('unit_place').select('unit_id').distinct().where('parent_id', 'is', null).execute();
  return rows.map((row) => row.unit_id);
}

/**
 * Every body that exists on the day, or those of the given units; a body without days of its own exists as long as its
 * unit.
 */
export async function bodiesOn(db: Db, date: string, unitIds?: readonly string[]): Promise<BodyView[]> {
  return livingBodies(db, date, unitIds).execute();
}

/** The same, to be narrowed further. */
export function livingBodies(db: Db, date: string, unitIds?: readonly string[]) {
  return db
    .selectFrom('body')
    .innerJoin('unit', 'unit.id', 'body.unit_id')
    .select(['body.id', 'body.kind', 'body.name', 'body.unit_id as unitId', 'body.can_organise as canOrganise'])
    .where(aliveOn(date))
    .$if(unitIds !== undefined, (some) => some.where('body.unit_id', '=', sql<string>`any(${unitIds}::text[])`))
    .where((eb) => eb.or([eb('body.valid_from', 'is', null), eb('body.valid_from', '<=', date)]))
    .where((eb) => eb.or([eb('body.valid_to', 'is', null), eb('body.valid_to', '>=', date)]))
    .orderBy('body.name')
    .orderBy('body.id');
}

/** One change of the organisation, or of who administrates it, at a time. */
export async function lockOrganisation(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation', 0))`.execute(trx);
}

/** Stored units as records, for checking what is given beside them. */
export async function storedUnits(db: Db): Promise<UnitRecord[]> {
  const { rows } = await sql<UnitRecord>`
    select id, type, name, short_name as "shortName", doc_code as "docCode", budget_group as "budgetGroup",
      staff, students, households, valid_from as "validFrom", valid_to as "validTo",
      (select jsonb_agg(jsonb_build_object('parentId', parent_id, 'from', valid_from) order by valid_from)
        from unit_place where unit_id = unit.id) as places,
      coalesce((select jsonb_agg(jsonb_build_object('name', former.name, 'shortName', former.short_name,
        'until', former.valid_to) order by former.valid_to)
        from unit_former_name as former where unit_id = unit.id), '[]') as "formerNames",
      array(select successor_id from unit_successor where unit_id = unit.id) as "successorIds"
    from unit`.execute(db);
  return rows;
}

/** Stored bodies as records, for checking what is given beside them. */
export async function storedBodies(db: Db): Promise<BodyRecord[]> {
  return db
    .selectFrom('body')
    .select(['id', 'kind', 'name', 'unit_id as unitId', 'parent_id as parentId', 'can_organise as canOrganise'])
    .select(['can_critique as canCritique', 'can_audit as canAudit', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute();
}

async function upsertUnitRows(trx: Trx, rows: string): Promise<void> {
  await sql`
    insert into unit (id, type, name, short_name, search_key, doc_code, budget_group, staff, students, households,
      valid_from, valid_to)
    select id, type, name, "shortName", key, "docCode", "budgetGroup", staff, students, households,
      "validFrom", "validTo"
    from jsonb_to_recordset(${rows}::jsonb) as given (id text, type text, name text, "shortName" text, key text,
      "docCode" text, "budgetGroup" text, staff int, students int, households int, "validFrom" date, "validTo" date)
    on conflict (id) do update set type = excluded.type, name = excluded.name, short_name = excluded.short_name,
      search_key = excluded.search_key, doc_code = excluded.doc_code, budget_group = excluded.budget_group, staff = excluded.staff,
      students = excluded.students, households = excluded.households, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to`.execute(trx);
}

async function replaceFormerNames(trx: Trx, units: readonly UnitRecord[]): Promise<void> {
  const formerNames = units.flatMap(({ id, formerNames }) => formerNames.map((former) => ({ id, ...former })));
  await sql`delete from unit_former_name where unit_id = any(${units.map((unit) => unit.id)}::text[])`.execute(trx);
  await sql`
    insert into unit_former_name (unit_id, valid_to, name, short_name) select id, until, name, "shortName"
    from jsonb_to_recordset(${JSON.stringify(formerNames)}::jsonb)
      as given (id text, until date, name text, "shortName" text)`.execute(trx);
}

/** Units with their places, former names and successors, as given; what they had before is replaced. */
export async function upsertUnits(trx: Trx, units: readonly UnitRecord[]): Promise<void> {
  if (units.length === 0) return;
  const ids = units.map((unit) => unit.id);
  const places = units.flatMap(({ id, places }) => places.map((place) => ({ id, ...place })));
  const successors = units.flatMap(({ id, successorIds }) => [...new Set(successorIds)].map((next) => ({ id, next })));
  await upsertUnitRows(trx, JSON.stringify(units.map((unit) => ({ ...unit, key: keyOf.unit(unit) }))));
  await sql`delete from unit_place where unit_id = any(${ids}::text[])`.execute(trx);
  await sql`delete from unit_successor where unit_id = any(${ids}::text[])`.execute(trx);
  await sql`
    insert into unit_place (unit_id, valid_from, parent_id) select id, "from", "parentId"
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as given (id text, "from" date, "parentId" text)
  `.execute(trx);
  await sql`
    insert into unit_successor (unit_id, successor_id) select id, next
    from jsonb_to_recordset(${JSON.stringify(successors)}::jsonb) as given (id text, next text)`.execute(trx);
  await replaceFormerNames(trx, units);
}

export async function upsertBodies(trx: Trx, bodies: readonly BodyRecord[]): Promise<void> {
  const keyed = bodies.map((body) => ({ ...body, key: keyOf.body(body) }));
  await sql`
    insert into body (id, kind, name, search_key, unit_id, parent_id, can_organise, can_critique, can_audit,
      valid_from, valid_to)
    select id, kind, name, key, "unitId", "parentId", "canOrganise", "canCritique", "canAudit", "validFrom", "validTo"
    from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as given (id text, kind text, name text, key text,
      "unitId" text, "parentId" text, "canOrganise" boolean, "canCritique" boolean, "canAudit" boolean,
      "validFrom" date, "validTo" date)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, search_key = excluded.search_key,
      unit_id = excluded.unit_id,
      parent_id = excluded.parent_id, can_organise = excluded.can_organise, can_critique = excluded.can_critique,
      can_audit = excluded.can_audit, valid_from = excluded.valid_from, valid_to = excluded.valid_to
  `.execute(trx);
}
