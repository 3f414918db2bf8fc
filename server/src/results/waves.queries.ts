import { sql } from 'kysely';
import { hasResults, states } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { find, type SurveyRow } from '../surveys/queries.ts';

/** The question a survey is compared by from wave to wave: the same key, in the same words. */
export interface Headline {
  id: string;
  text: string;
}

const withResults = states.filter(hasResults);

/**
 * Surveys that closed before this one, have results, and asked the same headline in this unit or in one that it carries
 * on; the newest first.
 */
export async function findEarlier(
  db: Db,
  survey: Pick<SurveyRow, 'id' | 'unit_id' | 'closes_at'>,
  headline: Headline,
  most: number,
): Promise<SurveyRow[]> {
  const asked = JSON.stringify({ questions: [{ id: headline.id, headline: true, text: { vi: headline.text } }] });
  const { rows } = await sql<{ id: string }>`
    with recursive carried (id) as (
      select ${survey.unit_id}::text
      union
      select before.unit_id from carried join unit_successor before on before.successor_id = carried.id
    )
    select survey.id from survey join carried on carried.id = survey.unit_id
    where survey.id <> ${survey.id} and survey.closes_at < ${survey.closes_at}
      and survey.state = any(${withResults}::survey_state[]) and survey.released > 0
      and survey.definition @> ${asked}::jsonb
    order by survey.closes_at desc, survey.id limit ${most}`.execute(db);
  const found = await Promise.all(rows.map(({ id }) => find(db, id)));
  return found.filter((row) => row !== undefined);
}

/**
 * Where an earlier survey counted the people of a unit: at the unit itself, and at those that have become a part of it
 * and of no other since. A unit below another of them is counted there already.
 */
export async function findCarried(db: Db, survey: string, unit: string): Promise<number[]> {
  const { rows } = await sql<{ position: number; parent: number; carried: boolean }>`
    with recursive carried (id) as (
      select ${unit}::text
      union
      select before.unit_id from carried join unit_successor before on before.successor_id = carried.id
      where not exists (select from unit_successor other
        where other.unit_id = before.unit_id and other.successor_id <> before.successor_id)
    )
    select position, parent, (not own and unit_id in (select id from carried)) as carried
    from survey_unit where survey_id = ${survey} order by position`.execute(db);
  const within = new Map<number, boolean>();
  return rows.flatMap(({ position, parent, carried }) => {
    const isBelow = within.get(parent) ?? false;
    within.set(position, isBelow || carried);
    return carried && !isBelow ? [position] : [];
  });
}

/** What is said of some units of a release, and their cells. */
export async function findUnitsAt(db: Db, release: string, positions: readonly number[]) {
  return db
    .selectFrom('release_group')
    .innerJoin('release_cell', (join) =>
      join
        .onRef('release_cell.release_id', '=', 'release_group.release_id')
        .onRef('release_cell.position', '=', 'release_group.position'),
    )
    .select(['said', 'cells'])
    .where('release_group.release_id', '=', release)
    .where('release_group.position', 'in', [...positions])
    .where('release_group.parent', 'is not', null)
    .orderBy('release_group.position')
    .execute();
}
