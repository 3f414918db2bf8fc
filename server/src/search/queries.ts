import type { Db } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { keyOf, wordsOf } from './keys.ts';

/** Whether every word that was typed stands in the key, in any order; true for no word. */
export function holdsWords(key: RawBuilder<unknown>, typed: string): RawBuilder<SqlBool> {
  const each = wordsOf(typed).map((word) => sql`${key} like ${`%${word}%`}`);
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

type Keyed = keyof typeof keyOf;

interface Found {
  id: string;
  key: string;
}

async function save(db: Db, table: Keyed, found: Found[]): Promise<void> {
  if (found.length === 0) return;
  await sql`
    update ${sql.table(table)} as kept set search_key = given.key
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as given (id text, key text)
    where kept.id::text = given.id`.execute(db);
}

/** Keys of rows that are older than their column; SQL alone cannot write them. */
export async function writeMissingKeys(db: Db): Promise<void> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'name', 'login'])
    .where('search_key', 'is', null)
    .execute();
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name', 'short_name as shortName'])
    .where('search_key', 'is', null)
    .execute();
  const bodies = await db.selectFrom('body').select(['id', 'name']).where('search_key', 'is', null).execute();
  const surveys = await db.selectFrom('survey').select(['id', 'title']).where('search_key', 'is', null).execute();
  await save(db, 'account', keyed(accounts, keyOf.account));
  await save(db, 'unit', keyed(units, keyOf.unit));
  await save(db, 'body', keyed(bodies, keyOf.body));
  await save(
    db,
    'survey',
    keyed(surveys, ({ title }) => keyOf.survey(title as { vi: string; en?: string })),
  );
}

function keyed<Row extends { id: string }>(rows: Row[], keyOfRow: (row: Row) => string): Found[] {
  return rows.map((row) => ({ id: row.id, key: keyOfRow(row) }));
}
