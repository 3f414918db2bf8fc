import { hasResults, states as allStates, type Person } from '@danban/access';
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
  body_name: string;
  unit_name: string;
}

export interface ListWanted {
  q: string;
  states: readonly SurveyRow['state'][];
  page: number;
}

const withResults = sql`survey.state = any(${allStates.filter(hasResults)}::survey_state[])`;

/**
 * Whether the person may read the survey of the row or its results, as `can` says it: tests compare the two. A survey
 * is where its unit hung on the day it opened, a draft where it hangs today.
 */
function readableBy({ grants }: Person, today: string): RawBuilder<SqlBool> {
  const published = sql`${withResults} and survey.published`;
  if (grants.length === 0) return sql`(${published})`;
  const held = grants.map(({ role, unitId, bodyId }) => sql`(${role}::text, ${unitId}::text, ${bodyId}::text)`);
  const led = grants.filter((grant) => grant.role === 'leader').map((grant) => grant.unitId);
  const judges = sql`survey.kind = 'evaluation' and survey.unit_id = any(${led}::text[])`;
  return sql`(
    ${published}
    or exists (
      select from (values ${sql.join(held)}) as held (role, unit_id, body_id)
        join unit_reach on unit_reach.ancestor_id = held.unit_id
      where unit_reach.unit_id = survey.unit_id and during @> coalesce(survey.opened_on, ${today}::date) and (
        held.role = 'organizer' and held.body_id = survey.body_id and (${withResults} or not (${judges}))
        or held.role in ('leader', 'inspector', 'collector') and ${withResults})))`;
}

const named = sql`
  survey.id, survey.title, survey.state, survey.closes_at, survey.published,
  body.name as body_name, unit.name as unit_name`;

/**
 * One page, drafts first, then what closes last, and one row more. Rights are asked in the order of the list until the
 * page is full; where words are looked for they come first, because they leave fewer rows.
 */
export async function findListed(
  db: Db,
  person: Person,
  today: string,
  { q, states, page }: ListWanted,
): Promise<ListedSurvey[]> {
  const { limit, offset } = rowsOf(page);
  const key = sql`(survey.search_key || ' ' || unit.search_key || ' ' || body.search_key)`;
  const first = wordsOf(q).length > 0 ? sql`materialized` : sql`not materialized`;
  const inStates = states.length === 0 ? sql`true` : sql`survey.state = any(${states}::survey_state[])`;
  const { rows } = await sql<ListedSurvey>`
    with survey as ${first} (
      select ${named}, survey.kind, survey.body_id, survey.unit_id, survey.opened_on, survey.drafted_at
      from survey join body on body.id = survey.body_id join unit on unit.id = survey.unit_id
      where ${inStates} and ${holdsWords(key, q)}
    )
    select id, title, state, closes_at, published, body_name, unit_name from survey
    where ${readableBy(person, today)}
    order by closes_at desc nulls first, drafted_at desc, id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** What stands on public pages, the newest first; the address of a result is known to whoever was given it. */
export async function findPublished(db: Db, most: number): Promise<(ListedSurvey & { results_slug: string })[]> {
  const { rows } = await sql<ListedSurvey & { results_slug: string }>`
    select ${named}, survey.results_slug
    from survey join body on body.id = survey.body_id join unit on unit.id = survey.unit_id
    where survey.published order by survey.closes_at desc, survey.id limit ${most}`.execute(db);
  return rows;
}
