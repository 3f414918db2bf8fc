import { sql, type Transaction } from 'kysely';
import type { Db, HouseTables } from '@danban/db/vaults/house';

export type JobKind =
  | 'open'
  | 'flush'
  | 'close'
  | 'interim'
  | 'release'
  | 'correct'
  | 'destroy-keys'
  | 'archive'
  | 'erase'
  | 'erase-roster'
  | 'mail'
  | 'urgent';

export interface Job {
  survey_id: string;
  kind: JobKind;
  attempts: number;
}

/** Asks for work at a time; asking again moves the time. */
export async function schedule(db: Db, survey: string, kind: JobKind, at: Date): Promise<void> {
  await db
    .insertInto('job')
    .values({ survey_id: survey, kind, run_at: at })
    .onConflict((conflict) => conflict.columns(['survey_id', 'kind']).doUpdateSet({ run_at: at, attempts: 0 }))
    .execute();
}

/** Asks for work that takes whatever there is when it runs: one that is asked for already is not touched, nor waited for. */
export async function scheduleOnce(db: Db, survey: string, kind: JobKind, at: Date): Promise<void> {
  const job = { survey_id: survey, kind, run_at: at };
  await db
    .insertInto('job')
    .values(job)
    .onConflict((conflict) => conflict.columns(['survey_id', 'kind']).doNothing())
    .execute();
}

/**
 * Takes one job that is due: a message that cannot wait before all others; keys may wait for a standby, so they come after what people wait for. The row stays locked
 * until the transaction ends, so a crash gives it back.
 */
export async function takeDue(trx: Transaction<HouseTables>, now: Date): Promise<Job | undefined> {
  const found = await sql<Job>`
    select survey_id, kind, attempts from job where run_at <= ${now}
    order by kind = 'urgent' desc, run_at, kind = 'destroy-keys' limit 1 for update skip locked`.execute(trx);
  return found.rows[0];
}

export async function finish(trx: Transaction<HouseTables>, job: Job): Promise<void> {
  await trx.deleteFrom('job').where('survey_id', '=', job.survey_id).where('kind', '=', job.kind).execute();
}

/** What was to be done with the survey later is not done. */
export async function forgetJobs(trx: Transaction<HouseTables>, survey: string, kinds: JobKind[]): Promise<void> {
  await trx.deleteFrom('job').where('survey_id', '=', survey).where('kind', 'in', kinds).execute();
}

export async function postpone(trx: Transaction<HouseTables>, job: Job, until: Date, attempts: number): Promise<void> {
  await trx
    .updateTable('job')
    .set({ run_at: until, attempts })
    .where('survey_id', '=', job.survey_id)
    .where('kind', '=', job.kind)
    .execute();
}

/**
 * Waits until no job of the survey is running, and keeps them from starting until the transaction ends. Destroying keys
 * is left out: it touches no row of the survey, and a job that asks for it must not wait for who waits for that job.
 */
export async function lockJobs(trx: Transaction<HouseTables>, survey: string): Promise<void> {
  const jobs = trx.selectFrom('job').select('kind').where('survey_id', '=', survey).where('kind', '!=', 'destroy-keys');
  await jobs.forUpdate().execute();
}
