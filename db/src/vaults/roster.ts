import type { Kysely } from 'kysely';
import { connect, type Connection } from '../connect.ts';
import type { Database } from '../tables.ts';

/** The roster's view of the database: who may answer, and nothing of what anybody answered. */
export type RosterTables = Pick<Database, Extract<keyof Database, `roster.${string}`>>;
export type RosterDb = Kysely<RosterTables>;

export function openRosterVault(to: Connection): RosterDb {
  return connect<RosterTables>(to, { role: 'danban_roster' });
}
