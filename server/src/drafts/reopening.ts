import { stillHolding, type Clause } from '@danban/consultation';
import { findLinks, putDecisions } from './links.queries.ts';
import type { Trx } from './queries.ts';

/** The text was cut anew: links are open again, and decisions about what was changed fall away. */
export async function reopenLinks(
  trx: Trx,
  survey: string,
  to: number,
  before: readonly Clause[],
  after: readonly Clause[],
): Promise<void> {
  const row = await findLinks(trx, survey, to);
  if (!row) return;
  await putDecisions(trx, survey, { from: row.from, to }, stillHolding(row.decisions, before, after));
}
