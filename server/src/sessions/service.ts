import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { isLogin } from './inputs.ts';
import { hashPassword, isPassword } from './password.ts';
import {
  credentialsOf,
  endSession,
  endSessionsOf,
  forgetExpired,
  insertSession,
  lockActiveAccount,
  passwordHashOf,
  setPasswordHash,
  takeLink,
  voidLinksOf,
} from './queries.ts';
import { sessionLasts, type Staff } from './staff.ts';
import type { Throttle } from './throttle.ts';
import { hashOfToken, isToken, newToken } from './tokens.ts';

type Trx = Transaction<HouseTables>;

/** A new session under a token of our own making; what the browser brought along is never adopted. */
export async function startSession(house: House, trx: Trx, accountId: string, maySetPassword = false): Promise<string> {
  const now = house.clock();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + sessionLasts);
  await insertSession(trx, { tokenHash: hashOfToken(token), accountId, expiresAt, maySetPassword });
  return token;
}

/** The session of the right password. A password changed while it was being checked no longer counts. */
export async function signInByPassword(
  house: House,
  throttle: Throttle,
  { login, password }: { login: string; password: string },
): Promise<string> {
  const name = login.trim().toLowerCase();
  if (!throttle.take(name, house.clock())) throw new ProblemError('too-many-attempts');
  await forgetExpired(house.db, house.clock());
  const found = isLogin(name) ? await credentialsOf(house.db, name) : undefined;
  const right = await isPassword(found?.passwordHash ?? null, password);
  if (found === undefined || !right) throw new ProblemError('wrong-credentials');
  throttle.forgive(name);
  return house.db.transaction().execute(async (trx) => {
    const account = await lockActiveAccount(trx, found.id);
    if (account?.passwordHash !== found.passwordHash) throw new ProblemError('wrong-credentials');
    return startSession(house, trx, found.id);
  });
}

/** The session of a one-time link. Taking the link and starting the session are one transaction. */
export async function signInByLink(house: House, token: string): Promise<string> {
  const gone = new ProblemError('link-used-or-expired');
  if (!isToken(token)) throw gone;
  return house.db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, hashOfToken(token), ['sign-in', 'set-password'], house.clock());
    const account = link?.accountId ? await lockActiveAccount(trx, link.accountId) : undefined;
    if (link === undefined || account === undefined) throw gone;
    return startSession(house, trx, account.id, link.purpose === 'set-password');
  });
}

export async function signOut(house: House, token: string | undefined): Promise<void> {
  if (token !== undefined) await endSession(house.db, hashOfToken(token));
}

export async function signOutEverywhere(house: House, accountId: string): Promise<void> {
  await endSessionsOf(house.db, accountId);
}

async function demandCurrent(house: House, throttle: Throttle, accountId: string, current: string): Promise<void> {
  const guesses = `account ${accountId}`;
  if (!throttle.take(guesses, house.clock())) throw new ProblemError('too-many-attempts');
  const stored = await passwordHashOf(house.db, accountId);
  if (!(await isPassword(stored, current))) throw new ProblemError('wrong-credentials');
  throttle.forgive(guesses);
}

/**
 * Sets the person's password, ends every session and link of hers and starts a new session. A session that came by a
 * set-password link needs no current password; every other one does, so a browser left open gives nothing away.
 */
export async function choosePassword(
  house: House,
  throttle: Throttle,
  staff: Staff,
  { password, current = '' }: { password: string; current?: string | undefined },
): Promise<string> {
  const { id } = staff.person;
  if (!staff.maySetPassword) await demandCurrent(house, throttle, id, current);
  const passwordHash = await hashPassword(password);
  return house.db.transaction().execute(async (trx) => {
    await voidLinksOf(trx, id);
    if (!(await setPasswordHash(trx, id, passwordHash))) throw new ProblemError('sign-in-required');
    await endSessionsOf(trx, id);
    return startSession(house, trx, id);
  });
}
