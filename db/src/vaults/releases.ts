import type { Kysely } from 'kysely';
import { connect, type Connection } from '../connect.ts';
import type { Database } from '../tables.ts';

/** The one view that writes releases. Everybody else reads them; nobody changes them. */
export type ReleaseTables = Pick<
  Database,
  'release' | 'release_group' | 'release_cell' | 'release_table' | 'release_credentials'
>;
export type ReleaseDb = Kysely<ReleaseTables>;

export function openReleaseVault(to: Connection): ReleaseDb {
  return connect<ReleaseTables>(to, { role: 'danban_results', max: 1 });
}
