import { sql } from 'kysely';
import type { Db } from '@danban/db/vaults/house';

/** Returns when the database answers. */
export async function ask(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
