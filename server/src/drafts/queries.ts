import type { ReadingNote } from '@danban/consultation';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { Origin, Step } from './reading.ts';

export type Trx = Transaction<HouseTables>;

export interface WorkingRow {
  number: number;
  label: string;
  dated_on: string;
  origin: Origin;
  notes: ReadingNote[];
  revision: number;
}

export async function findWorking(db: Db, survey: string): Promise<WorkingRow | undefined> {
  const row = await db
    .selectFrom('draft_version')
    .select(['number', 'label', 'dated_on', 'origin', 'notes', 'revision'])
    .where('survey_id', '=', survey)
    .where('body', 'is', null)
    .executeTakeFirst();
  return row as WorkingRow | undefined;
}

export interface NewVersion extends Omit<WorkingRow, 'number'> {
  survey: string;
  number: number;
  hash: Buffer;
  notSecretBy: string;
}

export async function insertWorking(trx: Trx, version: NewVersion): Promise<void> {
  const { survey, hash, notSecretBy, notes, ...rest } = version;
  await trx
    .insertInto('draft_version')
    .values({ ...rest, survey_id: survey, file_hash: hash, not_secret_by: notSecretBy, notes: JSON.stringify(notes) })
    .execute();
}

export async function dropWorking(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('draft_version').where('survey_id', '=', survey).where('body', 'is', null).execute();
}

export async function setRevision(trx: Trx, survey: string, number: number, revision: number): Promise<void> {
  await trx
    .updateTable('draft_version')
    .set({ revision })
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .execute();
}

/** The newest step and its number. */
export async function findStep(db: Db, survey: string, number: number): Promise<{ at: number; step: Step }> {
  const row = await db
    .selectFrom('draft_step')
    .select(['step', 'body'])
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { at: row.step, step: JSON.parse(row.body) as Step };
}

export async function countSteps(db: Db, survey: string, number: number): Promise<number> {
  const row = await db
    .selectFrom('draft_step')
    .select((one) => one.fn.countAll<string>().as('steps'))
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return Number(row.steps);
}

export async function insertStep(trx: Trx, survey: string, number: number, at: number, step: Step): Promise<void> {
  const body = JSON.stringify(step);
  await trx.insertInto('draft_step').values({ survey_id: survey, number, step: at, body }).execute();
}

export async function dropStep(trx: Trx, survey: string, number: number, at: number): Promise<void> {
  await trx
    .deleteFrom('draft_step')
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .where('step', '=', at)
    .execute();
}

/** Steps from before this one go: undoing leads back no further. */
export async function forgetSteps(trx: Trx, survey: string, number: number, before: number): Promise<void> {
  await trx
    .deleteFrom('draft_step')
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .where('step', '<', before)
    .execute();
}

export interface Publication {
  label: string;
  datedOn: string;
  revision: number;
  body: string;
  hash: Buffer;
  day: string;
  by: string;
}

export async function markPublished(trx: Trx, survey: string, number: number, out: Publication): Promise<void> {
  await trx
    .updateTable('draft_version')
    .set({
      label: out.label,
      dated_on: out.datedOn,
      revision: out.revision,
      body: out.body,
      tree_hash: out.hash,
      published_on: out.day,
      published_by: out.by,
    })
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .execute();
}

/** Published versions, the newest first, without their words. */
export async function findPublished(db: Db, survey: string) {
  return db
    .selectFrom('draft_version')
    .innerJoin('account', 'account.id', 'published_by')
    .select(['number', 'label', 'dated_on', 'published_on', 'tree_hash', 'account.name as by'])
    .where('survey_id', '=', survey)
    .where('body', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
}

/** The words of one published version. */
export async function findBody(db: Db, survey: string, number: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('draft_version')
    .select('body')
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.body ?? undefined;
}
