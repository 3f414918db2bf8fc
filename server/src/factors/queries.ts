import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { Sealed } from '../keys/seals.ts';

type Trx = Transaction<HouseTables>;

export interface StoredTotp extends Sealed {
  confirmed: boolean;
}

export async function findTotp(db: Db, accountId: string): Promise<StoredTotp | undefined> {
  return db
    .selectFrom('totp')
    .select(['key_name as keyName', 'sealed', 'confirmed'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Begins anew as long as nothing is confirmed; false: something is. */
export async function beginTotp(trx: Trx, accountId: string, { keyName, sealed }: Sealed): Promise<boolean> {
  const row = await trx
    .insertInto('totp')
    .values({ account_id: accountId, key_name: keyName, sealed })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ key_name: keyName, sealed, last_step: 0 })
        .where('totp.confirmed', '=', false),
    )
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False: it is confirmed already, or is not there any more. */
export async function confirmTotp(trx: Trx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('totp')
    .set({ confirmed: true, last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed', '=', false)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Each half minute counts once, and none before one that has counted: of any number at once exactly one is true. */
export async function useStep(trx: Trx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed', '=', true)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function replaceRecoveryCodes(trx: Trx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ account_id: accountId, code_hash: hash })))
    .execute();
}

/** Takes the code out of the table: it counts once. */
export async function useRecoveryCode(trx: Trx, accountId: string, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** With its recovery codes; true: it had been confirmed. */
export async function removeTotp(trx: Trx, accountId: string): Promise<boolean> {
  await replaceRecoveryCodes(trx, accountId, []);
  const row = await trx
    .deleteFrom('totp')
    .where('account_id', '=', accountId)
    .returning('confirmed')
    .executeTakeFirst();
  return row?.confirmed === true;
}

export async function factorsHeld(db: Db, accountId: string): Promise<{ phone: boolean; passkeys: number }> {
  const { count } = await db
    .selectFrom('passkey')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return { phone: (await findTotp(db, accountId))?.confirmed === true, passkeys: Number(count) };
}

/** Everything an account has of these; answers what there was. */
export async function clearFactors(trx: Trx, accountId: string): Promise<{ phone: boolean; passkeys: number }> {
  const phone = await removeTotp(trx, accountId);
  const removed = await trx.deleteFrom('passkey').where('account_id', '=', accountId).executeTakeFirst();
  return { phone, passkeys: Number(removed.numDeletedRows) };
}

export async function adminsNeedSecondFactor(db: Db): Promise<boolean> {
  const row = await db.selectFrom('house_rule').select('admins_need_second_factor').executeTakeFirstOrThrow();
  return row.admins_need_second_factor;
}

/** False: it was so already. */
export async function setAdminsNeedSecondFactor(trx: Trx, needed: boolean): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('house_rule')
    .set({ admins_need_second_factor: needed })
    .where('admins_need_second_factor', '!=', needed)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One change of an account's factors at a time. */
export async function lockAccount(trx: Trx, accountId: string): Promise<void> {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow();
}
