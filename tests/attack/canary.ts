import { randomUUID } from 'node:crypto';
import type { Db } from '@danban/db';
import { sql } from 'kysely';

/** What a careful programmer might build who does not know this page: blind signatures, random keys, no times. */
export interface Canary {
  /** One row for each answer, when it comes, under a key drawn by chance; the application's log notes that it came. */
  submit(mark: string): Promise<void>;
  /** What its page of live results shows. */
  shown(): Promise<string>;
  logged: string[];
}

export async function openCanary(db: Db): Promise<Canary> {
  await sql`create schema canary`.execute(db);
  await sql`create table canary.submission (id uuid primary key, body text not null)`.execute(db);
  const logged: string[] = [];
  return {
    logged,
    async submit(mark) {
      await sql`insert into canary.submission values (${randomUUID()}, ${bodyWith(mark)})`.execute(db);
      logged.push(`answer stored: ${mark}`);
    },
    async shown() {
      const { rows } = await sql<{ body: string }>`select body from canary.submission order by body`.execute(db);
      return JSON.stringify(rows);
    },
  };
}

const bodyWith = (mark: string): string => JSON.stringify({ answers: { q1: 'a' }, comment: mark });
