import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { House } from '../house.ts';
import { findCeremony, putCeremony, takeCeremony, type CeremonyKind } from './ceremonies.queries.ts';
import { hashOfToken, isToken, newToken } from './tokens.ts';

const lasts = 5 * 60_000;
const cookie = 'danban_begun';

/** Something begun in one browser and ended there once, within minutes: what is kept of it until then is ours alone. */
export async function beginHeld(house: House, kind: CeremonyKind, token: string, kept: object): Promise<void> {
  const expiresAt = new Date(house.clock().getTime() + lasts);
  await putCeremony(house.db, { tokenHash: hashOfToken(token), kind, kept: JSON.stringify(kept), expiresAt });
}

/** Undefined: nothing was begun by who holds this, or it is over. Whatever comes of it, it does not come back. */
export async function takeHeld(house: House, kind: CeremonyKind, token: string | undefined): Promise<unknown> {
  if (!isToken(token)) return undefined;
  return takeCeremony(house.db, hashOfToken(token), kind, house.clock());
}

/** What is kept, to be shown; it stays to be taken. */
export async function seeHeld(house: House, kind: CeremonyKind, token: string | undefined): Promise<unknown> {
  if (!isToken(token)) return undefined;
  return findCeremony(house.db, hashOfToken(token), kind, house.clock());
}

/** The same for who is not signed in yet: bound to this browser by a cookie of its own. */
export async function begin(c: Context, house: House, kind: CeremonyKind, kept: object): Promise<void> {
  const token = newToken();
  await beginHeld(house, kind, token, kept);
  const secure = house.origin.startsWith('https:');
  setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/lam-viec', secure, maxAge: lasts / 1000 });
}

export function take(c: Context, house: House, kind: CeremonyKind): Promise<unknown> {
  return takeHeld(house, kind, getCookie(c, cookie));
}
