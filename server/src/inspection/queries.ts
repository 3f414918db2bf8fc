import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';

/** Slips as the log of acts tells of them: printed and not thrown away as a pile, and tries to void one, whatever came of it. */
export async function findSlipActs(db: Db, survey: string): Promise<{ printed: number; voided: number }> {
  const { rows } = await sql<{ printed: number; voided: number }>`
    select coalesce(sum(case act
        when 'survey.make-slips' then (details ->> 'slips')::int
        when 'survey.discard-slips' then -(details ->> 'slips')::int end), 0)::int as printed,
      (count(*) filter (where act = 'survey.void-slip'))::int as voided
    from audit_event where object_kind = 'survey' and object_id = ${survey}`.execute(db);
  return rows[0]!;
}

/** The deadline that stood when somebody closed a survey before it; null where nobody did. */
export async function findDeadlineCutShort(db: Db, survey: string): Promise<string | null> {
  const { rows } = await sql<{ announced: string }>`
    select details ->> 'announced' as announced from audit_event
    where object_kind = 'survey' and object_id = ${survey} and act = 'survey.close'`.execute(db);
  return rows[0]?.announced ?? null;
}

/** How many organisations are asked by name, and how many have sent an opinion. */
export async function countOrganisations(db: Db, survey: string): Promise<{ invited: number; sent: number }> {
  const { rows } = await sql<{ invited: number; sent: number }>`
    select (select count(*)::int from invited_organisation where survey_id = ${survey}::uuid) as invited,
      (select count(distinct organisation_id)::int from official_opinion where survey_id = ${survey}::uuid) as sent
    `.execute(db);
  return rows[0]!;
}
