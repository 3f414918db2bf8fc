import { mayNot, type Person } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import type { House } from '../house.ts';
import { listOrder, named, placed, type ListedSurvey } from '../surveys/list.queries.ts';
import { find } from '../surveys/queries.ts';
import { answersOf, itemsIn } from './clusters.ts';
import { isMine } from './desk.ts';
import { partiesOf } from './people.ts';

/** A survey with answers that wait for this person's next step. */
export interface ToAnswer {
  survey: ListedSurvey;
  left: number;
}

/** So many surveys are looked at: whose turn it is rests on more than a row says. */
const mostLookedAt = 20;
const parts: ReadonlySet<string> = new Set(['organizer', 'drafter', 'moderator', 'leader']);

/** The surveys whose answers wait for this person, the newest first. */
export async function waitingToAnswer(house: House, person: Person, most: number): Promise<ToAnswer[]> {
  if (!person.grants.some(({ role }) => parts.has(role))) return [];
  const found: ToAnswer[] = [];
  for (const survey of await withUnanswered(house.db, mostLookedAt)) {
    const row = await find(house.db, survey.id);
    if (!row) continue;
    const parties = await partiesOf(house, row);
    if (mayNot(person, 'replies.read', parties.where) !== null) continue;
    const left = itemsIn(await answersOf(house.db, row)).filter((one) => isMine(person, parties, one)).length;
    if (left > 0) found.push({ survey, left });
    if (found.length > most) break;
  }
  return found;
}

/** Consultations with clusters or with opinions of organisations, and other surveys where answering has begun. */
async function withUnanswered(db: Db, most: number): Promise<ListedSurvey[]> {
  const { rows } = await sql<ListedSurvey>`
    select ${named} from ${placed}
    where survey.state in ('released', 'archived') and (exists (select from official_opinion where survey_id = survey.id)
      or exists (select from comment_clustering where survey_id = survey.id)
      and (survey.kind = 'consultation' or exists (select from reply_step where survey_id = survey.id)))
    order by ${listOrder} limit ${most}`.execute(db);
  return rows;
}
