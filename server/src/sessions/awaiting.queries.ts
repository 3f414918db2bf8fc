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

/** An administrator, where they must have a second factor: whoever has a passkey for it comes in by that. */
export async function asksForPasskey(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('house_rule')
    .select('one')
    .where('admins_need_second_factor', '=', true)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('role_grant').select('role').where('account_id', '=', accountId).where('role', '=', 'admin'),
      ),
    )
    .where((eb) => eb.exists(eb.selectFrom('passkey').select('id').where('account_id', '=', accountId)))
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
