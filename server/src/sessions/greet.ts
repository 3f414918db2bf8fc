import { meView } from '@danban/contract';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { setSessionCookie, tokenOf } from './cookie.ts';
import { replaceSession } from './service.ts';
import { personBehind } from './staff.ts';

/** Answers with who is signed in now; a session the browser had before is over. */
export async function greet(c: Context, house: House, token: string): Promise<Response> {
  await replaceSession(house, tokenOf(c));
  setSessionCookie(c, house, token);
  return c.json(meView.parse(await personBehind(house, token)));
}
