import type { Head } from '@danban/audit';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Definition } from '@danban/survey';
import { sql, type Transaction } from 'kysely';
import type { AuditRow, rowOf } from './rows.ts';

export type Trx = Transaction<HouseTables>;

/** One act at a time takes hold of the end of the chain; the next waits until this transaction has ended. */
export async function lockChain(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit', 0))`.execute(trx);
}

/** The end of the chain; undefined before it has begun. */
export async function findHead(db: Db): Promise<Head | undefined> {
  const row = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { seq: row.seq, hash: row.hash.toString('hex') };
}

export async function insertEvent(trx: Trx, row: ReturnType<typeof rowOf>): Promise<void> {
  await trx.insertInto('audit_event').values(row).execute();
}

/** What an act is done to, as it is called now, and the units it belongs to. */
export interface Described {
  name: string;
  units: string[];
}

export async function describeAccount(db: Db, id: string): Promise<Described> {
  const { name } = await db.selectFrom('account').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  const rows = await db.selectFrom('role_grant').select('unit_id').distinct().where('account_id', '=', id).execute();
  return { name, units: rows.map((row) => row.unit_id) };
}

export async function describeSurvey(db: Db, id: string): Promise<Described> {
  const survey = await db
    .selectFrom('survey')
    .select(['definition', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { name: (survey.definition as unknown as Definition).title.vi, units: [survey.unit_id] };
}

export async function nameOfUnit(db: Db, id: string): Promise<string> {
  return (await db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
}

export async function nameOfBody(db: Db, id: string): Promise<string> {
  return (await db.selectFrom('body').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
}

/** When something else than this act of this person last happened to it. */
export async function findLastOther(db: Db, id: string, act: string, by: string) {
  return db
    .selectFrom('audit_event')
    .select('at')
    .where('object_kind', '=', 'survey')
    .where('object_id', '=', id)
    .where((is) => is.or([is('act', '!=', act), is('actor_id', 'is', null), is('actor_id', '!=', by)]))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How often an act has been done to a survey since then. */
export async function countSince(db: Db, id: string, act: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('object_kind', '=', 'survey')
    .where('object_id', '=', id)
    .where('act', '=', act)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The next acts of the chain, whole. */
export async function findAfter(db: Db, seq: number, most: number): Promise<AuditRow[]> {
  return db.selectFrom('audit_event').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute();
}

/** Whether the database itself refuses to change, remove or empty what is recorded. */
export async function isChangeRefused(db: Db): Promise<boolean> {
  const { rows } = await sql<{ guards: number }>`
    select count(*)::int as guards from pg_trigger
    where tgrelid = 'audit_event'::regclass and tgenabled in ('O', 'A')
      and tgname in ('only_added_to', 'never_emptied')`.execute(db);
  return rows[0]?.guards === 2;
}
