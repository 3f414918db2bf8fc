import type { Kysely } from 'kysely';
import { connect, type Connection } from '../connect.ts';
import type { Database } from '../tables.ts';

/**
 * The one view that reads opened submissions, and the ledger of what was told of them. Only the job that counts may hold it.
 */
export type SubmissionTables = Pick<Database, 'urn.submission' | 'urn.ledger_cell' | 'urn.ledger_column'>;
export type SubmissionDb = Kysely<SubmissionTables>;

/** One survey is counted at a time; its texts are read question by question. */
const connections = 4;

export function openSubmissionVault(to: Connection): SubmissionDb {
  return connect<SubmissionTables>(to, { role: 'danban_results', max: connections });
}
