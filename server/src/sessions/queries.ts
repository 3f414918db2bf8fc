import type { Person } from '@danban/access';
import type { Way } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Expression, type RawBuilder, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Device } from './device.ts';

type Trx = Transaction<HouseTables>;

/** A code from the phone, or a passkey. */
function hasSecondFactor(account: Expression<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from totp where totp.account_id = ${account} and confirmed)
    or exists (select from passkey where passkey.account_id = ${account}))`;
}

export interface FoundSession {
  person: Person;
  login: string;
  startedAt: Date;
  /** When she last proved who she is; null: nobody has said. */
  provedAt: Date | null;
  expiresAt: Date;
  maySetPassword: boolean;
  awaitsCode: boolean;
  way: Way;
  /** An administrator without a second factor, where the house asks for one. */
  mustAddFactor: boolean;
}

/** A session that still holds, of an account that is still active, with the grants as they stand now. */
export async function findSession(db: Db, tokenHash: Buffer, now: Date): Promise<FoundSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select((eb) => [
      'account.id',
      'account.name',
      'account.login',
      'session.expires_at',
      'session.may_set_password',
      'session.started_at',
      'session.proved_at',
      'session.awaits_code',
      'session.way',
      hasSecondFactor(eb.ref('account.id')).as('has_factor'),
      eb.selectFrom('house_rule').select('admins_need_second_factor').as('admins_need'),
      jsonArrayFrom(
        eb
          .selectFrom('role_grant')
          .select(['role', 'unit_id as unitId', 'body_id as bodyId'])
          .whereRef('role_grant.account_id', '=', 'account.id'),
      ).as('grants'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const person = { id: row.id, name: row.name, grants: row.grants };
  return {
    person,
    login: row.login,
    startedAt: row.started_at,
    provedAt: row.proved_at,
    expiresAt: row.expires_at,
    maySetPassword: row.may_set_password,
    awaitsCode: row.awaits_code,
    way: row.way as Way,
    mustAddFactor: row.admins_need === true && !row.has_factor && row.grants.some(({ role }) => role === 'admin'),
  };
}

export interface NewSession extends Device {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  startedAt: Date;
  provedAt: Date | null;
  expiresAt: Date;
  maySetPassword: boolean;
  awaitsCode: boolean;
  way: Way;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      browser: session.browser,
      system: session.system,
      started_at: session.startedAt,
      proved_at: session.provedAt,
      expires_at: session.expiresAt,
      may_set_password: session.maySetPassword,
      awaits_code: session.awaitsCode,
      way: session.way,
    })
    .execute();
}

export async function renewSession(db: Db, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await db.updateTable('session').set({ expires_at: expiresAt }).where('token_hash', '=', tokenHash).execute();
}

/** Whose session it was; undefined where there was none that opened anything. */
export async function endSession(db: Db, tokenHash: Buffer): Promise<string | undefined> {
  const row = await db
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning(['account_id', 'awaits_code'])
    .executeTakeFirst();
  return row?.awaits_code === false ? row.account_id : undefined;
}

/** How many there were. */
export async function endSessionsOf(db: Db, accountId: string): Promise<number> {
  const ended = await db.deleteFrom('session').where('account_id', '=', accountId).executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Those that a provider opened; the one the person is using goes on. */
export async function endSessionsBySso(db: Db, accountId: string, but?: Buffer): Promise<void> {
  await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('way', '=', 'sso')
    .$if(but !== undefined, (some) => some.where('token_hash', '!=', but!))
    .execute();
}

/** How many there were; the one the person is using goes on. */
export async function endSessionsBeside(db: Db, accountId: string, tokenHash: Buffer, id?: string): Promise<number> {
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', tokenHash)
    .$if(id !== undefined, (some) => some.where('id', '=', id!))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** The sessions of an account that still hold, the newest first. */
export async function sessionsOf(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom('session')
    .select([
      'id',
      'token_hash as tokenHash',
      'browser',
      'system',
      'started_at as startedAt',
      'expires_at as expiresAt',
      'way',
    ])
    .where('account_id', '=', accountId)
    .where('awaits_code', '=', false)
    .where('expires_at', '>', now)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Dead sessions and links are deleted, not kept. Rows that another request is deleting are left to it. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
  for (const table of ['session', 'sign_in_link', 'ceremony'] as const) {
    await db
      .deleteFrom(table)
      .where('token_hash', 'in', (eb) =>
        eb.selectFrom(table).select('token_hash').where('expires_at', '<=', now).forUpdate().skipLocked(),
      )
      .execute();
  }
}

export interface Credentials {
  id: string;
  name: string;
  passwordHash: string | null;
}

/** Logins differ only by case from nobody else's. */
export async function credentialsOf(db: Db, login: string): Promise<Credentials | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'password_hash'])
    .where((eb) => eb(eb.fn<string>('lower', ['login']), '=', login.toLowerCase()))
    .where('active', '=', true)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, passwordHash: row.password_hash };
}

export async function passwordHashOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.password_hash;
}

/** The account if it may still sign in. The lock keeps a deactivation from slipping between check and session. */
export async function lockActiveAccount(trx: Trx, accountId: string): Promise<Credentials | undefined> {
  const row = await trx
    .selectFrom('account')
    .select(['id', 'name', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst();
  return row;
}

/** False: the account is no longer active. */
export async function setPasswordHash(db: Db, accountId: string, passwordHash: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
