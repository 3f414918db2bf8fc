import { sql, type Transaction } from 'kysely';
import type { Db, HouseTables } from '@danban/db/vaults/house';

type Trx = Transaction<HouseTables>;

export interface Contact {
  name: string;
  email: string;
  phone: string | null;
}

export async function findContact(db: Db): Promise<(Contact & { refused: boolean }) | undefined> {
  return db.selectFrom('urgent_contact').select(['name', 'email', 'phone', 'refused']).executeTakeFirst();
}

export async function saveContact(trx: Trx, contact: Contact): Promise<void> {
  await trx
    .insertInto('urgent_contact')
    .values(contact)
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ ...contact, refused: false }))
    .execute();
}

/** False: there was none. */
export async function removeContact(trx: Trx): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('urgent_contact').executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function markRefused(db: Db, email: string, refused: boolean): Promise<void> {
  await db.updateTable('urgent_contact').set({ refused }).where('email', '=', email).execute();
}

export interface Message {
  id: string;
  survey_id: string;
  sealed: Buffer;
}

export async function insertMessage(db: Db, message: Message & { accepted_on: string }): Promise<void> {
  await db.insertInto('urgent_message').values(message).execute();
}

/** One that waits and nobody is sending; it stays locked until the transaction ends. */
export async function takeWaiting(trx: Trx, passedOver: readonly string[]): Promise<Message | undefined> {
  return trx
    .selectFrom('urgent_message')
    .select(['id', 'survey_id', 'sealed'])
    .$if(passedOver.length > 0, (query) => query.where('id', 'not in', passedOver))
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function removeMessage(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('urgent_message').where('id', '=', id).execute();
}

/** How many have not left yet, and the day of the first. */
export async function countWaiting(db: Db): Promise<{ waiting: number; since: string | null }> {
  const { rows } = await sql<{ waiting: number; since: string | null }>`
    select count(*)::int as waiting, min(accepted_on)::text as since from urgent_message`.execute(db);
  return rows[0]!;
}

export async function surveysWaiting(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('urgent_message').select('survey_id').distinct().execute();
  return rows.map(({ survey_id: survey }) => survey);
}
