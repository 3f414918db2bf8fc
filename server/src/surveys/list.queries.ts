import type { Db } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { rowsOf } from '../http/list.ts';
import { wordsOf } from '../search/keys.ts';
import { holdsWords } from '../search/queries.ts';
import type { SurveyRow } from './queries.ts';

/** All that a list shows of a survey; the definition is long and stays where it is. */
export interface ListedSurvey {
  id: string;
  title: { vi: string; en?: string };
  state: SurveyRow['state'];
  closes_at: Date | null;
  published: boolean;
  drafted_at: Date;
  opened_on: string | null;
  body_name: string;
  unit_name: string;
}

export interface ListWanted {
  q: string;
  states: readonly SurveyRow['state'][];
  page: number;
}

/** The columns of a `ListedSurvey`, from `survey` joined with its body and unit. */
export const named = sql`
  survey.id, survey.title, survey.state, survey.closes_at, survey.published, survey.drafted_at, survey.opened_on,
  body.name as body_name, unit.name as unit_name`;

/** What `named` reads from. */
export const placed = sql`survey join body on body.id = survey.body_id join unit on unit.id = survey.unit_id`;

/** Drafts first, then what closes last: an index has them in this order. */
export const listOrder = sql`survey.closes_at desc nulls first, survey.drafted_at desc, survey.id`;

/**
 * One page of what `may` lets somebody see, drafts first, then what closes last, and one row more. Rights are asked in the order of the list until the
 * page is full; where words are looked for they come first, because they leave fewer rows.
 */
export async function findListed(
  db: Db,
  may: RawBuilder<SqlBool>,
  { q, states, page }: ListWanted,
): Promise<ListedSurvey[]> {
  const { limit, offset } = rowsOf(page);
  const key = sql`(survey.search_key || ' ' || unit.search_key || ' ' || body.search_key)`;
  const first = wordsOf(q).length > 0 ? sql`materialized` : sql`not materialized`;
  const inStates = states.length === 0 ? sql`true` : sql`survey.state = any(${states}::survey_state[])`;
  const { rows } = await sql<ListedSurvey>`
    with survey as ${first} (
      select ${named}, survey.kind, survey.follows, survey.body_id, survey.unit_id, survey.released
      from ${placed} where ${inStates} and ${holdsWords(key, q)}
    )
    select id, title, state, closes_at, published, drafted_at, opened_on, body_name, unit_name from survey
    where ${may}
    order by ${listOrder} limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** What stands on public pages, the newest first; the address of a result is known to whoever was given it. */
export async function findPublished(db: Db, most: number): Promise<(ListedSurvey & { results_slug: string })[]> {
  const { rows } = await sql<ListedSurvey & { results_slug: string }>`
    select ${named}, survey.results_slug
    from ${placed} where survey.published order by survey.closes_at desc, survey.id limit ${most}`.execute(db);
  return rows;
}

/** Surveys of which this holds, in the order of lists. */
export async function findWaitingIn(db: Db, where: RawBuilder<SqlBool>, most: number): Promise<ListedSurvey[]> {
  const { rows } = await sql<ListedSurvey>`
    select ${named} from ${placed} where ${where} order by ${listOrder} limit ${most}`.execute(db);
  return rows;
}
