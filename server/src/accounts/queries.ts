import type { Grant } from '@danban/access';
import type { AccountView } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { rowsOf } from '../http/list.ts';
import { keyOf } from '../search/keys.ts';
import { holdsWords } from '../search/queries.ts';
import type { ListAccounts } from './inputs.ts';
import type { BodyScope } from './rules.ts';

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
          .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
          .leftJoin('body', 'body.id', 'role_grant.body_id')
          .select([
            'role',
            'role_grant.unit_id as unitId',
            'body_id as bodyId',
            'unit.name as unit',
            'body.name as body',
          ])
          .whereRef('role_grant.account_id', '=', 'account.id')
          .orderBy('role')
          .orderBy('unit.name')
          .orderBy('body.name'),
      ).as('grants'),
    ]);
}

/** Every account there is, whoever may manage it. */
export async function everyAccount(db: Db): Promise<AccountView[]> {
  return accounts(db).execute();
}

export async function findAccount(db: Db, id: string): Promise<AccountView | undefined> {
  return accounts(db).where('account.id', '=', id).executeTakeFirst();
}

/**
 * `can(person, 'accounts.manage', …)` for every unit in which the account holds a role, as a condition on its row:
 * her administrator's roles stand on a root, or each of those units lies under one of them.
 */
function inReachOf(administrated: readonly string[], day: string): RawBuilder<SqlBool> {
  return sql`(
    exists (select from unit_place where parent_id is null and unit_id = any(${administrated}::text[]))
    or exists (select from role_grant where account_id = account.id)
    and not exists (
      select from role_grant where account_id = account.id and not exists (
        select from unit_reach
        where unit_reach.unit_id = role_grant.unit_id and ancestor_id = any(${administrated}::text[])
          and during @> ${day}::date)))`;
}

interface Reach {
  administrated: readonly string[];
  day: string;
}

/** All of them, by name. */
export async function findAccountsInReach(db: Db, { administrated, day }: Reach): Promise<AccountView[]> {
  return accounts(db).where(inReachOf(administrated, day)).orderBy('account.name').orderBy('account.id').execute();
}

/** Nobody has come in with it yet: no password was chosen and the log knows no coming in. */
const unused = sql<SqlBool>`(account.active and account.password_hash is null and not exists (
  select from audit_event where actor_id = account.id and act = 'session.sign-in'))`;

const inState = { active: sql<SqlBool>`account.active`, inactive: sql<SqlBool>`not account.active`, unused };

/** How many accounts in her reach nobody has come in with, counted no further than one beyond `most`. */
export async function countUnused(db: Db, { administrated, day }: Reach, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from account where ${unused} and ${inReachOf(administrated, day)} limit ${most + 1}) as found`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One page by name, and one row more. */
export async function findAccounts(db: Db, reach: Reach, { q, state, page }: ListAccounts): Promise<AccountView[]> {
  const { limit, offset } = rowsOf(page);
  return accounts(db)
    .where(inReachOf(reach.administrated, reach.day))
    .where(holdsWords(sql.ref('account.search_key'), q))
    .$if(state !== undefined, (some) => some.where(inState[state!]))
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(limit)
    .offset(offset)
    .execute();
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

/** How many were inserted; one whose login is taken is not. */
export async function insertAccounts(trx: Trx, accounts: readonly NewAccount[]): Promise<number> {
  const keyed = accounts.map((account) => ({ ...account, key: keyOf.account(account) }));
  const { rows } = await sql`
    insert into account (id, name, login, password_hash, search_key) select id, name, login, "passwordHash", key
    from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb)
      as given (id uuid, name text, login text, "passwordHash" text, key text)
    on conflict (lower(login)) do nothing returning id`.execute(trx);
  return rows.length;
}

/** False: the login is taken. */
export async function insertAccount(trx: Trx, account: NewAccount): Promise<boolean> {
  return (await insertAccounts(trx, [account])) === 1;
}

/** Roles of many accounts; one that is held already is held once. */
export async function insertGrantsOf(trx: Trx, given: readonly (Grant & { accountId: string })[]): Promise<void> {
  await sql`
    insert into role_grant (account_id, role, unit_id, body_id) select "accountId", role, "unitId", "bodyId"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given ("accountId" uuid, role account_role, "unitId" text, "bodyId" text)
    on conflict do nothing`.execute(trx);
}

export async function insertGrants(trx: Trx, accountId: string, grants: readonly Grant[]): Promise<void> {
  await insertGrantsOf(
    trx,
    grants.map(({ role, unitId, bodyId }) => ({ accountId, role, unitId, bodyId })),
  );
}

export async function deleteGrant(trx: Trx, accountId: string, { role, unitId, bodyId }: Grant): Promise<void> {
  await trx
    .deleteFrom('role_grant')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('unit_id', '=', unitId)
    .where('body_id', 'is not distinct from', bodyId)
    .execute();
}

/**
 * Passkeys go, and the link with a provider: each would let her in by itself. The code from the phone stays, it only asks
 * for more. The account is locked first, so that nothing is added meanwhile.
 */
export async function deactivateAccount(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('account').set({ active: false }).where('id', '=', id).execute();
  await trx.deleteFrom('passkey').where('account_id', '=', id).execute();
  await trx.deleteFrom('sso_link').where('account_id', '=', id).execute();
}

/** Without the old password: whoever comes back chooses a new one. */
export async function activateAccount(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ active: true, password_hash: null })
    .where('id', '=', id)
    .where('active', '=', false)
    .execute();
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

export async function bodyScopes(db: Db, ids: readonly string[]): Promise<Map<string, BodyScope>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('body')
    .select(['id', 'unit_id as unitId', 'can_organise as canOrganise'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((body) => [body.id, body]));
}
