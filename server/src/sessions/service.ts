import { randomUUID } from 'node:crypto';
import { actingAs, type Person } from '@danban/access';
import type { Way } from '@danban/contract';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { asksForCode, asksForPasskey, takeAwaiting } from './awaiting.queries.ts';
import type { Device } from './device.ts';
import { isLogin } from './inputs.ts';
import { loginOfLink, takeLink, voidLinksOf } from './links.queries.ts';
import { hashPassword, isPassword, isTooCommon } from './password.ts';
import {
  credentialsOf,
  endSession,
  endSessionsOf,
  forgetExpired,
  insertSession,
  lockActiveAccount,
  passwordHashOf,
  setPasswordHash,
} from './queries.ts';
import { sessionLasts, type Staff } from './staff.ts';
import type { Throttle } from './throttle.ts';
import { hashOfToken, isToken, newToken } from './tokens.ts';

type Trx = Transaction<HouseTables>;

/** Where somebody comes in, and by what. */
export interface Entry {
  device: Device;
  way: Way;
  /** By a set-password link. */
  maySetPassword?: boolean;
  /** When she proved who she is, where it was not just now; null: nobody has said. */
  provedAt?: Date | null;
}

/** Whoever sets the house up has not signed in. */
type WayIn = Exclude<Way, 'set-up'>;

/** How long a code from the phone is waited for. */
const codeWaits = 10 * 60_000;

/** A new session under a token of our own making; what the browser brought along is never adopted. */
export function startSession(house: House, trx: Trx, accountId: string, entry: Entry): Promise<string> {
  return insertNew(house, trx, accountId, entry, false);
}

async function insertNew(house: House, trx: Trx, accountId: string, entry: Entry, awaitsCode: boolean) {
  const startedAt = house.clock();
  const token = newToken();
  const expiresAt = new Date(startedAt.getTime() + (awaitsCode ? codeWaits : sessionLasts));
  const { device, way, maySetPassword = false, provedAt = startedAt } = entry;
  const session = { ...device, way, maySetPassword, awaitsCode, startedAt, provedAt, expiresAt };
  await insertSession(trx, { id: randomUUID(), tokenHash: hashOfToken(token), accountId, ...session });
  return token;
}

/** Lets an account in that has shown its password, link, passkey or provider; a code from the phone may still be due. */
export async function enter(house: House, trx: Trx, account: Named, entry: Entry & { way: WayIn }): Promise<string> {
  if (entry.way !== 'passkey') {
    if (await asksForCode(trx, account.id)) return insertNew(house, trx, account.id, entry, true);
    if (await asksForPasskey(trx, account.id)) throw new ProblemError('passkey-needed');
  }
  await recordSignIn(house, trx, account, { way: entry.way });
  return startSession(house, trx, account.id, entry);
}

/** What was shown beside it: the code from the phone, or one of those written down for the day it is lost. */
export type Second = 'code' | 'recovery';

/** The session that waited for a code goes on as a new one, once `isRight` has said so in the same transaction. */
export async function completeSession(
  house: House,
  token: string,
  isRight: (trx: Trx, accountId: string) => Promise<Second>,
): Promise<string> {
  return house.db.transaction().execute(async (trx) => {
    const awaiting = await takeAwaiting(trx, hashOfToken(token), house.clock());
    const account = awaiting && (await lockActiveAccount(trx, awaiting.accountId));
    if (awaiting === undefined || account === undefined) throw new ProblemError('sign-in-required');
    const by = await isRight(trx, account.id);
    const { browser, system, maySetPassword } = awaiting;
    const way = awaiting.way as WayIn;
    await recordSignIn(house, trx, account, { by, way });
    const device = { browser, system } as Device;
    return startSession(house, trx, account.id, { device, way, maySetPassword });
  });
}

type Named = Pick<Person, 'id' | 'name'>;

function recordSignIn(house: House, trx: Trx, account: Named, details: { way: WayIn; by?: Second }): Promise<void> {
  const by = actingAs(account, null);
  return record(house, trx, { by, act: 'session.sign-in', object: account.id, details });
}

/** The session of the right password. A password changed while it was being checked no longer counts. */
export async function signInByPassword(
  house: House,
  throttle: Throttle,
  { login, password }: { login: string; password: string },
  device: Device,
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
    return enter(house, trx, account, { device, way: 'password' });
  });
}

/** The session of a one-time link. Taking the link and starting the session are one transaction. */
export async function signInByLink(house: House, token: string, device: Device): Promise<string> {
  const gone = new ProblemError('link-used-or-expired');
  if (!isToken(token)) throw gone;
  return house.db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, hashOfToken(token), ['sign-in', 'set-password'], house.clock());
    const account = link?.accountId ? await lockActiveAccount(trx, link.accountId) : undefined;
    if (link === undefined || account === undefined) throw gone;
    const maySetPassword = link.purpose === 'set-password';
    return enter(house, trx, account, { device, way: 'link', maySetPassword });
  });
}

/** Whoever holds a link to choose a password is told the login that goes with it. A link that is gone tells nothing. */
export async function loginBehind(house: House, token: string): Promise<string> {
  const login = isToken(token) ? await loginOfLink(house.db, hashOfToken(token), house.clock()) : undefined;
  if (login === undefined) throw new ProblemError('link-used-or-expired');
  return login;
}

function recordSignOut(house: House, trx: Trx, account: Named): Promise<void> {
  const by = actingAs(account, null);
  return record(house, trx, { by, act: 'session.sign-out', object: account.id, details: { everywhere: false } });
}

/** Signing out twice, or of nothing, is no act. */
export async function signOut(house: House, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  await house.db.transaction().execute(async (trx) => {
    const accountId = await endSession(trx, hashOfToken(token));
    const account = accountId === undefined ? undefined : await lockActiveAccount(trx, accountId);
    if (account !== undefined) await recordSignOut(house, trx, account);
  });
}

/** The session a browser had before it signs in anew. */
export async function replaceSession(house: House, token: string | undefined): Promise<void> {
  if (token !== undefined) await endSession(house.db, hashOfToken(token));
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
  device: Device,
): Promise<string> {
  const { id } = staff.person;
  if (!staff.maySetPassword) await demandCurrent(house, throttle, id, current);
  if (isTooCommon(password, staff.login)) {
    throw new ProblemError('invalid-input', [{ path: 'password', code: 'common-password' }]);
  }
  const passwordHash = await hashPassword(password);
  return house.db.transaction().execute(async (trx) => {
    await voidLinksOf(trx, id);
    if (!(await setPasswordHash(trx, id, passwordHash))) throw new ProblemError('sign-in-required');
    await endSessionsOf(trx, id);
    const way = staff.maySetPassword ? 'link' : 'password';
    const by = actingAs(staff.person, null);
    await record(house, trx, { by, act: 'password.choose', object: id, details: { way } });
    return startSession(house, trx, id, { device, way: staff.way });
  });
}
