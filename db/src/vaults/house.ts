import type { Kysely } from 'kysely';
import { connect, type Connection } from '../connect.ts';
import type { Database } from '../tables.ts';

type VaultTable = Extract<keyof Database, `urn.${string}` | `roster.${string}`>;

/** What every other feature may touch: everything outside the vaults. */
export type HouseTables = Omit<Database, VaultTable>;
export type Db = Kysely<HouseTables>;

export function openHouseVault(to: Connection): Db {
  return connect<HouseTables>(to, { role: 'danban_house' });
}
