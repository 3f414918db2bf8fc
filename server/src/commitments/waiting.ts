import { mayNot, type Person } from '@danban/access';
import type { House } from '../house.ts';
import type { ListedSurvey } from '../surveys/list.queries.ts';
import { find } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { commitmentsOf } from './board.ts';
import { findPromising } from './queries.ts';

/** A survey with commitments this person is to keep: so many late, so many due soon. */
export interface ToKeep {
  survey: ListedSurvey;
  late: number;
  soon: number;
}

/** So many surveys are looked at: what is late rests on the calendar. */
const mostLookedAt = 20;
/** So many days before it is due a commitment is called to mind. */
const soonDays = 7;
const parts: ReadonlySet<string> = new Set(['organizer', 'drafter']);

/** Surveys whose commitments are late or due soon, for whoever may say that they are kept. */
export async function waitingToKeep(house: House, person: Person, most: number): Promise<ToKeep[]> {
  if (!person.grants.some(({ role }) => parts.has(role))) return [];
  const found: ToKeep[] = [];
  for (const survey of await findPromising(house.db, mostLookedAt)) {
    const row = await find(house.db, survey.id);
    if (!row || mayNot(person, 'replies.keep', await whereOf(house, row)) !== null) continue;
    const open = (await commitmentsOf(house, survey.id)).filter(({ state }) => state !== 'kept');
    const late = open.filter(({ state }) => state === 'late').length;
    const soon = open.filter(({ left }) => left !== null && left <= soonDays).length;
    if (late + soon > 0) found.push({ survey, late, soon });
    if (found.length > most) break;
  }
  return found;
}
