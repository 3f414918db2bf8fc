import { mayNot, type Person } from '@danban/access';
import type { House } from '../house.ts';
import type { ListedSurvey } from '../surveys/list.queries.ts';
import { find } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { commitmentsOf } from './board.ts';
import { findPromising } from './queries.ts';

/** A survey with commitments this person is to keep: so many late, due soon, not as reported. */
export interface ToKeep {
  survey: ListedSurvey;
  late: number;
  soon: number;
  disputed: number;
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
    const soon = open.filter(({ state, left }) => state === 'open' && left! <= soonDays).length;
    const disputed = open.filter(({ state }) => state === 'disputed').length;
    if (late + soon + disputed > 0) found.push({ survey, late, soon, disputed });
    if (found.length > most) break;
  }
  return found;
}

/** A survey with commitments reported as kept that the inspection board has not looked into: so many. */
export interface ToConfirm {
  survey: ListedSurvey;
  left: number;
}

/** Surveys whose reports wait for the inspection board this person speaks for. */
export async function waitingToConfirm(house: House, person: Person, most: number): Promise<ToConfirm[]> {
  if (!person.grants.some(({ role }) => role === 'inspector')) return [];
  const found: ToConfirm[] = [];
  for (const survey of await findPromising(house.db, mostLookedAt)) {
    const row = await find(house.db, survey.id);
    if (!row || mayNot(person, 'replies.confirm', await whereOf(house, row)) !== null) continue;
    const kept = (await commitmentsOf(house, survey.id)).filter(({ state }) => state === 'kept');
    const left = kept.filter(({ marks }) => marks[0]!.checks.length === 0).length;
    if (left > 0) found.push({ survey, left });
    if (found.length > most) break;
  }
  return found;
}
