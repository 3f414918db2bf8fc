import { sql, type Kysely } from 'kysely';
import type { Database } from '@danban/db';

/** Any database, in the name of the user who migrates it. */
export type WholeDb = Kysely<Database>;

/** Which server and which of its databases this is, however its address was written. */
export async function identityOf(db: WholeDb): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select current_database() || ' ' || extract(epoch from pg_postmaster_start_time()) as name`.execute(db);
  return rows[0]!.name;
}

export async function holdsAnswers(db: WholeDb): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from urn.batch) or exists (select from urn.submission) as some`.execute(db);
  return rows[0]!.some;
}

export async function holdsPeople(db: WholeDb): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from roster.entry) or exists (select from roster.stratum) as some`.execute(db);
  return rows[0]!.some;
}
