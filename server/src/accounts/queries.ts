import type { Grant } from '@danban/access';
import type { AccountView } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

type Trx = Transaction<HouseTables>;

function accounts(db: Db) {
  return db
    .selectFrom('account')
    .select((eb) => [
      'account.id',
      'account.name',
      'account.login',
      'account.active',
      jsonArrayFrom(
        eb
          .selectFrom('role_grant')
          .select(['role', 'unit_id as unitId', 'body_id as bodyId'])
          .whereRef('role_grant.account_id', '=', 'account.id')
          .orderBy('role')
          .orderBy('unit_id'),
      ).as('grants'),
    ]);
}

export async function allAccounts(db: Db): Promise<AccountView[]> {
  return accounts(db).orderBy('account.name').orderBy('account.id').execute();
}

export async function findAccount(db: Db, id: string): Promise<AccountView | undefined> {
  return accounts(db).where('account.id', '=', id).executeTakeFirst();
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export interface NewAccount {
  id: string;
  name: string;
  login: string;
  passwordHash: string | null;
}

/** False: the login is taken. */
export async function insertAccount(trx: Trx, { id, name, login, passwordHash }: NewAccount): Promise<boolean> {
  const row = await trx
    .insertInto('account')
    .values({ id, name, login, password_hash: passwordHash })
    .onConflict((conflict) => conflict.expression(sql`lower(login)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function replaceGrants(trx: Trx, accountId: string, grants: readonly Grant[]): Promise<void> {
  await trx.deleteFrom('role_grant').where('account_id', '=', accountId).execute();
  if (grants.length === 0) return;
  await trx
    .insertInto('role_grant')
    .values(
      grants.map(({ role, unitId, bodyId }) => ({ account_id: accountId, role, unit_id: unitId, body_id: bodyId })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deactivateAccount(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('account').set({ active: false }).where('id', '=', id).execute();
}

/** Active accounts that administrate a root, and so everything. */
export async function countAdministrators(db: Db): Promise<number> {
  const row = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('active', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('role_grant')
          .innerJoin('unit_place', 'unit_place.unit_id', 'role_grant.unit_id')
          .select('role_grant.unit_id')
          .whereRef('role_grant.account_id', '=', 'account.id')
          .where('role_grant.role', '=', 'admin')
          .where('unit_place.parent_id', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface BodyScope {
  id: string;
  unitId: string;
  canOrganise: boolean;
}

export async function bodyScopes(db: Db, ids: readonly string[]): Promise<Map<string, BodyScope>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('body')
    .select(['id', 'unit_id as unitId', 'can_organise as canOrganise'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((body) => [body.id, body]));
}
