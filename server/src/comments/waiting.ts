import { mayNot, type Person } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import type { House } from '../house.ts';
import { listOrder, named, placed, type ListedSurvey } from '../surveys/list.queries.ts';
import { find } from '../surveys/queries.ts';
import { moderatingOf } from './moderating.ts';
import { findNext } from './queries.ts';

/** A survey with opinions this person has not read yet and two others have not decided. */
export interface ToModerate {
  survey: ListedSurvey;
  left: number;
}

/** So many surveys are looked at: rights of reading opinions rest on more than a row says. */
const mostLookedAt = 40;

/** The surveys whose opinions wait for this person's reading, the newest first. */
export async function waitingToModerate(house: House, person: Person, most: number): Promise<ToModerate[]> {
  if (!person.grants.some(({ role }) => role === 'moderator' || role === 'organizer')) return [];
  const found: ToModerate[] = [];
  for (const survey of await withUnpublished(house.db, mostLookedAt)) {
    const row = await find(house.db, survey.id);
    if (!row) continue;
    const { where } = await moderatingOf(house, row);
    if (mayNot(person, 'comments.moderate', where) !== null) continue;
    const { left } = await findNext(house.db, survey.id, person.id, null);
    if (left > 0) found.push({ survey, left });
    if (found.length > most) break;
  }
  return found;
}

async function withUnpublished(db: Db, most: number): Promise<ListedSurvey[]> {
  const { rows } = await sql<ListedSurvey>`
    select ${named} from ${placed}
    where exists (select from comment where survey_id = survey.id)
      and not exists (select from comment_publication where survey_id = survey.id)
    order by ${listOrder} limit ${most}`.execute(db);
  return rows;
}
