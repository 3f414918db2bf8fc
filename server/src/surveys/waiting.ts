import type { Person, Role } from '@danban/access';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/day.ts';
import { findWaitingIn, type ListedSurvey } from './list.queries.ts';
import { find, type SurveyRow } from './queries.ts';
import { coveredBy } from './rights.queries.ts';

/** So much waits in a survey for somebody; `of`: what it is made of, where that is told. */
export interface Left {
  left: number;
  of: { late: number; soon: number; disputed: number } | null;
}

/** One kind of work that waits in surveys. */
export interface Work {
  /** Who may have a part in it, by a grant that covers the survey; `look` asks for the rest. */
  roles: readonly Role[];
  /** Surveys in which some may wait, as a condition on rows of `survey`. */
  where: RawBuilder<SqlBool>;
  /** What waits there for this person: whose turn it is rests on more than a row says. */
  look: (house: House, person: Person, survey: SurveyRow) => Promise<Left>;
}

export interface Found extends Left {
  survey: ListedSurvey;
}

interface Bounds {
  /** So many surveys are looked at. */
  looked: number;
  /** So many are found. */
  found: number;
}

/** The surveys where work waits for this person, the newest first; `more`: others were not looked at. */
export async function waitingFor(
  house: House,
  person: Person,
  { roles, where, look }: Work,
  most: Bounds,
): Promise<{ items: Found[]; more: boolean }> {
  if (!person.grants.some(({ role }) => roles.includes(role))) return { items: [], more: false };
  const covered = coveredBy(person, roles, dayOf(house.clock()));
  const candidates = await findWaitingIn(house.db, sql<SqlBool>`${where} and ${covered}`, most.looked + 1);
  const items: Found[] = [];
  for (const survey of candidates.slice(0, most.looked)) {
    const row = await find(house.db, survey.id);
    const found = row && (await look(house, person, row));
    if (!found || found.left === 0) continue;
    if (items.length === most.found) return { items, more: true };
    items.push({ survey, ...found });
  }
  return { items, more: candidates.length > most.looked };
}

export const nothingLeft: Left = { left: 0, of: null };
