import type { Kysely } from 'kysely';
import type { Database } from '../tables.ts';

type UrnTable = Extract<keyof Database, `urn.${string}`>;

/** What every other feature may touch: everything outside the urn. */
export type HouseTables = Omit<Database, UrnTable>;
export type Db = Kysely<HouseTables>;
