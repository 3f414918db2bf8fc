import type { BodyKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import type { Issuer } from './issuer.ts';

/** The body that holds a survey and the one above it, as they are called today. */
export async function findIssuer(db: Db, survey: string): Promise<Issuer> {
  const row = await db
    .selectFrom('survey')
    .innerJoin('body', 'body.id', 'survey.body_id')
    .leftJoin('body as above', 'above.id', 'body.parent_id')
    .select(['body.kind', 'body.name', 'above.name as above'])
    .where('survey.id', '=', survey)
    .executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as BodyKind };
}

/** The unit whose draft it is, as the body that drafts it, and the unit above it on that day. */
export async function findDrafter(db: Db, unit: string, day: string): Promise<Issuer> {
  const { rows } = await sql<{ name: string; above: string | null }>`
    select unit.name, above.name as above from unit
    left join unit_reach as reach on reach.unit_id = unit.id and distance = 1 and during @> ${day}::date
    left join unit as above on above.id = reach.ancestor_id
    where unit.id = ${unit}`.execute(db);
  return { kind: 'administration', ...rows[0]! };
}

/** For each of these opinions the question it answers. */
export async function findAsked(db: Db, opinions: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; question: string }>`
    select id, question_id as question from comment where id = any(${[...opinions]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, question }) => [id, question]));
}
