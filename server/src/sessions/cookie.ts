import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { House } from '../house.ts';
import { isToken } from './tokens.ts';

export const sessionCookie = 'danban_session';

/**
 * Bound to the staff pages: with this path a browser never sends it to a respondent's page, so an organizer who
 * answers a survey in the same browser is nobody there. Without an age it ends with the browser, as it should on the
 * one computer of a staff room; the server ends it sooner.
 */
function attributes(house: House) {
  return { httpOnly: true, sameSite: 'Lax', path: '/lam-viec', secure: house.origin.startsWith('https:') } as const;
}

export function setSessionCookie(c: Context, house: House, token: string): void {
  setCookie(c, sessionCookie, token, attributes(house));
}

export function dropSessionCookie(c: Context, house: House): void {
  deleteCookie(c, sessionCookie, attributes(house));
}

export function tokenOf(c: Context): string | undefined {
  const token = getCookie(c, sessionCookie);
  return isToken(token) ? token : undefined;
}
