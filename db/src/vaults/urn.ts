import type { Kysely } from 'kysely';
import { connect, type Connection } from '../connect.ts';
import type { Database } from '../tables.ts';

/**
 * The urn's view of the database: its own tables and nothing else. Submissions are not among them: the urn writes
 * them by statements of its own, asks whether there are any, and never reads them back.
 */
export type UrnTables = Pick<
  Database,
  'urn.batch' | 'urn.batch_key' | 'urn.leaf_batch' | 'urn.slip' | 'urn.staged' | 'urn.unopened'
>;
export type UrnDb = Kysely<UrnTables>;

export function openUrnVault(to: Connection): UrnDb {
  return connect<UrnTables>(to, { role: 'danban_urn' });
}
