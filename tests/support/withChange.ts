import type { Db } from '@danban/db';
import { sql } from 'kysely';

/** What is found in a database that was changed so; the change is taken back. */
export async function withChange<T>(db: Db, statements: string, look: (changed: Db) => Promise<T>): Promise<T> {
  const trx = await db.startTransaction().execute();
  try {
    await sql.raw(statements).execute(trx);
    return await look(trx);
  } finally {
    await trx.rollback().execute();
  }
}
