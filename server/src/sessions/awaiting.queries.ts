import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';

type Trx = Transaction<HouseTables>;

/** Whether whoever comes in by something else is asked for a code from the phone. */
export async function asksForCode(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('totp')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('confirmed', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** The session that waits for a code, taken out of the table: it becomes another one, or none. */
export async function takeAwaiting(trx: Trx, tokenHash: Buffer, now: Date) {
  return trx
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .where('awaits_code', '=', true)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'browser', 'system', 'way', 'may_set_password as maySetPassword'])
    .executeTakeFirst();
}

/** Whose code is waited for. */
export async function findAwaiting(db: Db, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('awaits_code', '=', true)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.account_id;
}
