import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';

type Trx = Transaction<HouseTables>;

const columns = ['id', 'account_id as accountId', 'public_key as publicKey', 'counter', 'transports'] as const;

export async function findPasskey(db: Db, id: string) {
  return db.selectFrom('passkey').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function passkeysOf(db: Db, accountId: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_on as createdOn', 'transports'])
    .where('account_id', '=', accountId)
    .orderBy('created_on')
    .orderBy('id')
    .execute();
}

export interface NewPasskey {
  id: string;
  accountId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdOn: string;
}

/** False: this key is known already, whosever it is. */
export async function insertPasskey(trx: Trx, passkey: NewPasskey): Promise<boolean> {
  const row = await trx
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_on: passkey.createdOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves the counter on from where it was read: of two that read the same, a copied key among them, one is refused. */
export async function moveCounter(trx: Trx, id: string, before: number, after: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('passkey')
    .set({ counter: after })
    .where('id', '=', id)
    .where('counter', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function renamePasskey(db: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ name })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deletePasskey(trx: Trx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('passkey')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
