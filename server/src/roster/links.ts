import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { findLinks } from '../surveys/tree.queries.ts';
import type { Invitation } from '../vaults/roster.ts';

/** The personal link: the code, whose key signs, and the beginning of what was frozen at the opening. */
export async function linksFor(house: House, db: Db, survey: SurveyRow): Promise<(one: Invitation) => string> {
  const [link] = await findLinks(db, survey.id);
  const frozen = survey.opening_hash!.toString('hex').slice(0, 16);
  return ({ code, stratum }) => `${house.origin}/s/${link!.slug}#${code}.${stratum}.${frozen}`;
}
