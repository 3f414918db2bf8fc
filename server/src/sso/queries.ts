import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';

type Trx = Transaction<HouseTables>;

/** Whom a provider vouches for, by the provider's own name. */
export interface Vouched {
  issuer: string;
  subject: string;
}

/** Whose account it is. */
export async function findLinked(db: Db, { issuer, subject }: Vouched): Promise<string | undefined> {
  const row = await db
    .selectFrom('sso_link')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

/** The day an account was linked with this provider. */
export async function linkedOn(db: Db, accountId: string, issuer: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sso_link')
    .select('linked_on')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row?.linked_on;
}

export async function isLinked(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('sso_link')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * False: the account is linked with somebody else there, or somebody else's is with this one. A link with a provider that
 * people no longer sign in at gives way.
 */
export async function insertLink(trx: Trx, accountId: string, { issuer, subject }: Vouched, day: string) {
  await trx.deleteFrom('sso_link').where('account_id', '=', accountId).where('issuer', '!=', issuer).execute();
  const row = await trx
    .insertInto('sso_link')
    .values({ issuer, subject, account_id: accountId, linked_on: day })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False: there was none. From here on an address does not link the account again. */
export async function deleteLink(trx: Trx, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('sso_link').where('account_id', '=', accountId).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await trx.updateTable('account').set({ sso_by_email: false }).where('id', '=', accountId).execute();
  return true;
}

export async function mayLinkByEmail(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('sso_by_email')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.sso_by_email;
}
