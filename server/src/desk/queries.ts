import type { Person } from '@danban/access';
import type { WaitingReason } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { named, type ListedSurvey } from '../surveys/list.queries.ts';
import { organisedBy, resultsReadBy } from '../surveys/rights.queries.ts';

/** For whom a desk is set out, and when. */
export interface Sitting {
  person: Person;
  today: string;
  now: Date;
}

/** A part of the desk: at most so many rows, and one row more. */
async function surveys<More>(
  db: Db,
  where: RawBuilder<SqlBool>,
  { also, order, most }: { also: RawBuilder<unknown>; order: RawBuilder<unknown>; most: number },
): Promise<(ListedSurvey & More)[]> {
  const { rows } = await sql<ListedSurvey & More>`
    select ${named}, ${also}
    from survey join body on body.id = survey.body_id join unit on unit.id = survey.unit_id
    where ${where} order by ${order} limit ${most + 1}`.execute(db);
  return rows;
}

export interface RunningRow {
  opens_at: Date | null;
}

/** What she organises and is open, paused or will open by itself: what closes first stands first. */
export function findRunning(db: Db, { person, today }: Sitting, most: number) {
  const where = sql<SqlBool>`survey.state in ('open', 'paused', 'scheduled') and ${organisedBy(person, today)}`;
  return surveys<RunningRow>(db, where, {
    also: sql`survey.opens_at`,
    order: sql`survey.closes_at, survey.id`,
    most,
  });
}

export interface WaitingRow {
  why: WaitingReason;
}

/** A job that has failed this often does not mend by itself within minutes. */
const oftenFailed = 3;
/** Results nobody has published for so long are not meant to be: they wait for nobody. */
const daysToPublish = 90;

const why = sql`case
  when survey.state = 'draft' then case when survey.missed_opening is null then 'draft' else 'missed-opening' end
  when survey.state = 'released' then 'to-publish'
  when exists (select from job where job.survey_id = survey.id and job.attempts >= ${oftenFailed}) then 'stuck'
  else 'counting' end`;

/** What she organises and nobody but an organizer takes further: what went wrong first, then the newest. */
export function findWaiting(db: Db, { person, today, now }: Sitting, most: number) {
  const unpublished = sql`survey.state = 'released' and not survey.published
    and survey.closes_at > ${now}::timestamptz - ${daysToPublish}::int * interval '1 day'`;
  const where = sql<SqlBool>`(survey.state in ('draft', 'closing', 'closed') or ${unpublished})
    and ${organisedBy(person, today)}`;
  return surveys<WaitingRow>(db, where, {
    also: sql`${why} as why`,
    order: sql`array_position(array['missed-opening', 'stuck', 'to-publish', 'counting', 'draft'], ${why}),
      survey.drafted_at desc, survey.id`,
    most,
  });
}

/** Results she reads by a role of hers, the newest first. */
export function findResults(db: Db, { person, today }: Sitting, most: number) {
  return surveys(db, resultsReadBy(person, today), {
    also: sql`true`,
    order: sql`survey.closes_at desc, survey.id`,
    most,
  });
}
