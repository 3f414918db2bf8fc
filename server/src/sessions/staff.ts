import { isDeepStrictEqual } from 'node:util';
import type { Context, MiddlewareHandler } from 'hono';
import { actorFor, mayNot, type Act, type Actor, type Person, type Where } from '@danban/access';
import type { Way } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { tokenOf } from './cookie.ts';
import { findSession, renewSession } from './queries.ts';
import { hashOfToken } from './tokens.ts';

const minute = 60_000;
export const sessionLasts = 12 * 60 * minute;
/** A session is moved on at most this often: reading a page is not a write. */
const renewEvery = 30 * minute;

export interface Staff {
  person: Person;
  login: string;
  tokenHash: Buffer;
  maySetPassword: boolean;
  provedAt: Date | null;
  way: Way;
  /** The house asks administrators for a second factor, and she has none: until she has, she may do nothing else. */
  mustAddFactor: boolean;
}

async function staffOf(house: House, token: string | undefined): Promise<Staff | undefined> {
  if (token === undefined) return undefined;
  const now = house.clock();
  const tokenHash = hashOfToken(token);
  const found = await findSession(house.db, tokenHash, now);
  if (found === undefined) return undefined;
  if (found.awaitsCode) throw new ProblemError('code-required');
  const expires = new Date(now.getTime() + sessionLasts);
  if (expires.getTime() - found.expiresAt.getTime() >= renewEvery) await renewSession(house.db, tokenHash, expires);
  const { person, login, maySetPassword, provedAt, way, mustAddFactor } = found;
  return { person, login, tokenHash, maySetPassword, provedAt, way, mustAddFactor };
}

async function demandStaff(house: House, c: Context): Promise<Staff> {
  const staff = await staffOf(house, tokenOf(c));
  if (staff === undefined) throw new ProblemError('sign-in-required');
  c.set('staff', staff);
  return staff;
}

/** Lets only signed-in people of active accounts through; `personOf` names them. */
export function requireStaff(house: House): MiddlewareHandler {
  return async (c, next) => {
    const { mustAddFactor } = await demandStaff(house, c);
    if (mustAddFactor) throw new ProblemError('second-factor-needed');
    await next();
  };
}

/** Looks again, where an act took its time: whose session was ended or whose roles were changed meanwhile is refused. */
export async function demandStill(db: Db, { person, tokenHash }: Staff, now: Date): Promise<void> {
  const found = await findSession(db, tokenHash, now);
  if (found === undefined) throw new ProblemError('sign-in-required');
  if (!isDeepStrictEqual(found.person, person)) throw new ProblemError('not-allowed');
}

/** The same for what somebody does with her own account, also while she still has to add a second factor. */
export function requireOwner(house: House): MiddlewareHandler {
  return async (c, next) => {
    await demandStaff(house, c);
    await next();
  };
}

const fresh = 10 * minute;

/**
 * What would let a stranger at a browser left open take the account over is done soon after proving who one is. A
 * provider where somebody is still signed in lets whoever sits there in without a question: that proves nothing.
 */
export function isFresh(house: House, { provedAt }: Staff): boolean {
  return provedAt !== null && house.clock().getTime() - provedAt.getTime() <= fresh;
}

export function demandFresh(house: House, staff: Staff): void {
  if (!isFresh(house, staff)) throw new ProblemError('sign-in-too-old');
}

/** Who is signed in, as her pages are told. */
export function meOf({ person, login, mustAddFactor }: Staff) {
  return { ...person, login, mustAddFactor };
}

/** Who holds a session that has just been started. */
export async function staffBehind(house: House, token: string): Promise<Staff> {
  const staff = await staffOf(house, token);
  if (staff === undefined) throw new Error('a session was over before it began');
  return staff;
}

/** The session of this request; only behind `requireStaff`. */
export function staffIn(c: Context): Staff {
  const staff = c.get('staff') as Staff | undefined;
  if (staff === undefined) throw new Error('a staff route stands without requireStaff');
  return staff;
}

/** Who asks; only behind `requireStaff`. */
export function personOf(c: Context): Person {
  return staffIn(c).person;
}

/**
 * Refuses with `judged-leader` or `not-allowed` unless the person may do the act there. Answers her in the role that
 * allows it, as the audit log names her.
 */
export function demand(person: Person, act: Act, where: Where): Actor {
  const refusal = mayNot(person, act, where);
  if (refusal !== null) throw new ProblemError(refusal);
  return actorFor(person, act, where);
}
