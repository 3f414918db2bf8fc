import type { Person } from '@danban/access';
import { waitingReasons, type WaitingReason } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { listOrder, named, placed, type ListedSurvey } from '../surveys/list.queries.ts';
import { heardBy } from '../opinions/heard.queries.ts';
import { inspectedBy, organisedBy, resultsReadBy } from '../surveys/rights.queries.ts';

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
    select ${named}, ${also} from ${placed}
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
    // The list's own order, read from its end: rights are asked until there are enough.
    order: sql`survey.closes_at, survey.drafted_at, survey.id desc`,
    most,
  });
}

/** A job that has failed this often does not mend by itself within minutes. */
const oftenFailed = 3;
/** Results nobody has published for so long are not meant to be: they wait for nobody. */
const daysToPublish = 90;

const isStuck = sql<SqlBool>`exists (select from job where job.survey_id = survey.id and job.kind <> 'urgent'
  and job.attempts >= ${oftenFailed})`;
const isCounting = sql<SqlBool>`survey.state in ('closing', 'closed')`;

/** What waits for which reason. */
const waits: Record<WaitingReason, (now: Date) => RawBuilder<SqlBool>> = {
  'missed-opening': () => sql`survey.state = 'draft' and survey.missed_opening is not null`,
  stuck: () => sql`${isCounting} and ${isStuck}`,
  'to-publish': (now) => sql`survey.state = 'released' and not survey.published
    and survey.closes_at > ${now}::timestamptz - ${daysToPublish}::int * interval '1 day'`,
  counting: () => sql`${isCounting} and not ${isStuck}`,
  draft: () => sql`survey.state = 'draft' and survey.missed_opening is null`,
};

export type WaitingRow = ListedSurvey & { why: WaitingReason };

/** What she organises and nobody but an organizer takes further: what went wrong first, then the newest. */
export async function findWaiting(db: Db, { person, today, now }: Sitting, most: number): Promise<WaitingRow[]> {
  const found: WaitingRow[] = [];
  for (const why of waitingReasons) {
    const where = sql<SqlBool>`${waits[why](now)} and ${organisedBy(person, today)}`;
    const rows = await surveys(db, where, { also: sql`true`, order: listOrder, most: most - found.length });
    found.push(...rows.map((row) => ({ ...row, why })));
    if (found.length > most) break;
  }
  return found;
}

/** Results she reads by a role of hers, the newest first. */
export function findResults(db: Db, { person, today }: Sitting, most: number) {
  return surveys(db, resultsReadBy(person, today), {
    also: sql`true`,
    order: listOrder,
    most,
  });
}

/** What she inspects, the newest first. */
export function findInspected(db: Db, { person, today }: Sitting, most: number) {
  return surveys(db, inspectedBy(person, today), { also: sql`true`, order: listOrder, most });
}

export interface HeardRow {
  /** How many organisations sent their opinion. */
  left: number;
}

/** Consultations whose organisations she reads without organising them, the newest first. */
export function findHeard(db: Db, { person, today }: Sitting, most: number) {
  return surveys<HeardRow>(db, heardBy(person, today), {
    also: sql`(select count(distinct organisation_id)::int from official_opinion where survey_id = survey.id) as left`,
    order: listOrder,
    most,
  });
}

export interface FirstSteps {
  units: boolean;
  bodies: boolean;
  organizers: boolean;
  arrived: boolean;
}

/** How far a new house has come: units below the first, a body that is no administration, organizers, one who has come in. */
export async function findFirstSteps(db: Db): Promise<FirstSteps> {
  const organizers = sql`role_grant join account on account.id = account_id and account.active where role = 'organizer'`;
  const { rows } = await sql<FirstSteps>`
    select exists (select from unit offset 1) as units,
      exists (select from body where kind <> 'administration') as bodies,
      exists (select from ${organizers}) as organizers,
      exists (select from ${organizers} and (password_hash is not null or exists (
        select from audit_event where actor_id = account.id and act = 'session.sign-in'))) as arrived`.execute(db);
  return rows[0]!;
}
