import type { Kysely } from 'kysely';
import type { Database } from '../tables.ts';

/**
 * The urn's view of the database: its own tables and nothing else. Submissions are not among them: the urn writes
 * them by statements of its own and never reads them back.
 */
export type UrnTables = Pick<Database, 'urn.batch' | 'urn.batch_key' | 'urn.staged' | 'urn.unopened'>;
export type UrnDb = Kysely<UrnTables>;

/** The same server today; the place where a second address would be given. */
export function urnVault(db: Kysely<Database>): UrnDb {
  return db;
}
