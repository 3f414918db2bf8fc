import type { Kysely } from 'kysely';
import type { Database } from '../tables.ts';

/** The one view that reads opened submissions. Only the job that counts may hold it. */
export type SubmissionTables = Pick<Database, 'urn.submission'>;
export type SubmissionDb = Kysely<SubmissionTables>;

export function submissionVault(db: Kysely<Database>): SubmissionDb {
  return db;
}
