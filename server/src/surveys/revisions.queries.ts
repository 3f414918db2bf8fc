import type { Db } from '@danban/db/vaults/house';
import type { Trx } from './queries.ts';
import { stepsAmong, type Beginning, type Definition } from '@danban/survey';

export interface NewRevision {
  revision: number;
  /** The revision whose words these are: its own, or that of the one it went back to. */
  content: number;
  definition: Definition;
  by: string;
  at: Date;
}

export async function insertRevision(trx: Trx, survey: string, one: NewRevision): Promise<void> {
  await trx
    .insertInto('survey_revision')
    .values({
      survey_id: survey,
      revision: one.revision,
      content: one.content,
      definition: JSON.stringify(one.definition),
      saved_by: one.by,
      saved_at: one.at,
    })
    .execute();
}

export async function findRevision(db: Db, survey: string, revision: number) {
  return db
    .selectFrom('survey_revision')
    .select(['content', 'definition'])
    .where('survey_id', '=', survey)
    .where('revision', '=', revision)
    .executeTakeFirst();
}

/** Who saved it, and when. */
export async function savedBy(db: Db, survey: string, revision: number): Promise<{ name: string; at: Date }> {
  const row = await db
    .selectFrom('survey_revision')
    .innerJoin('account', 'account.id', 'saved_by')
    .select(['account.name', 'saved_at'])
    .where('survey_id', '=', survey)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return { name: row.name, at: row.saved_at };
}

/** Who saved the kept revisions, and when: the newest first, without their words. */
export async function savesOf(db: Db, survey: string) {
  return db
    .selectFrom('survey_revision')
    .select(['revision', 'saved_by', 'saved_at'])
    .where('survey_id', '=', survey)
    .orderBy('revision', 'desc')
    .execute();
}

/** What a draft began with is kept: its English is compared with it. */
export async function forgetRevisions(trx: Trx, survey: string, upTo: number): Promise<void> {
  await trx
    .deleteFrom('survey_revision')
    .where('survey_id', '=', survey)
    .where('revision', '>', 0)
    .where('revision', '<=', upTo)
    .execute();
}

/** The texts a draft began with; of a draft whose beginning is not there any more, the oldest that are. */
export async function findBeginning(db: Db, survey: string): Promise<Beginning | null> {
  const row = await db
    .selectFrom('survey_revision')
    .select('definition')
    .where('survey_id', '=', survey)
    .orderBy('revision')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { title, intro, audience, questions } = row.definition as Definition;
  return { title, intro, audience, questions };
}

/** Where undoing and redoing lead from this revision: to the words before, and to the words it went back from. */
export async function stepsFrom(db: Db, survey: string, revision: number) {
  const rows = await db
    .selectFrom('survey_revision')
    .select(['revision', 'content'])
    .where('survey_id', '=', survey)
    .where('revision', '<=', revision)
    .orderBy('revision', 'desc')
    .execute();
  return stepsAmong(rows);
}
