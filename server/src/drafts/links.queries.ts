import type { Decision, Link } from '@danban/consultation';
import type { Db } from '@danban/db/vaults/house';
import type { Trx } from './queries.ts';

export interface LinkRow {
  from: number;
  decisions: Decision[];
  /** Every link; null until somebody has confirmed them. */
  links: Link[] | null;
  by: string | null;
  on: string | null;
}

interface Body {
  decisions: Decision[];
  links?: Link[];
}

/** How a version follows the one before it, as far as somebody has looked through it. */
export async function findLinks(db: Db, survey: string, to: number): Promise<LinkRow | undefined> {
  const row = await db
    .selectFrom('draft_link')
    .leftJoin('account', 'account.id', 'confirmed_by')
    .select(['from_number', 'draft_link.body', 'account.name as by', 'confirmed_on'])
    .where('survey_id', '=', survey)
    .where('to_number', '=', to)
    .executeTakeFirst();
  if (!row) return undefined;
  const { decisions, links } = row.body as unknown as Body;
  return { from: row.from_number, decisions, links: links ?? null, by: row.by, on: row.confirmed_on };
}

/** Decisions that were taken; what was confirmed before is open again. */
export async function putDecisions(
  trx: Trx,
  survey: string,
  { from, to }: { from: number; to: number },
  decisions: readonly Decision[],
): Promise<void> {
  const body = JSON.stringify({ decisions });
  await trx
    .insertInto('draft_link')
    .values({ survey_id: survey, from_number: from, to_number: to, body })
    .onConflict((conflict) =>
      conflict.columns(['survey_id', 'to_number']).doUpdateSet({ body, confirmed_by: null, confirmed_on: null }),
    )
    .execute();
}

export interface Confirmation {
  decisions: readonly Decision[];
  links: readonly Link[];
  by: string;
  day: string;
}

export async function putConfirmed(
  trx: Trx,
  survey: string,
  { from, to }: { from: number; to: number },
  { decisions, links, by, day }: Confirmation,
): Promise<void> {
  const set = { body: JSON.stringify({ decisions, links }), confirmed_by: by, confirmed_on: day };
  await trx
    .insertInto('draft_link')
    .values({ survey_id: survey, from_number: from, to_number: to, ...set })
    .onConflict((conflict) => conflict.columns(['survey_id', 'to_number']).doUpdateSet(set))
    .execute();
}
