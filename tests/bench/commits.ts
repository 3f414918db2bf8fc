import { sql } from 'kysely';
import { connect, type Address } from '@danban/db';
import { quantile } from './rounds.ts';

/**
 * The 99th percentile in milliseconds of commits of one row, one after the other over one connection: sooner than the
 * disk says so nobody can be told that his answer is kept.
 */
export async function commitLateness(address: Address, milliseconds: number): Promise<number> {
  const db = connect(address, { max: 1 });
  try {
    await sql`create table if not exists public.bare_commit (n bigint)`.execute(db);
    const took: number[] = [];
    const start = performance.now();
    for (let now = start; now < start + milliseconds; now = performance.now()) {
      await sql`insert into public.bare_commit values (1)`.execute(db);
      took.push(performance.now() - now);
    }
    return quantile(took, 0.99);
  } finally {
    await db.destroy();
  }
}
