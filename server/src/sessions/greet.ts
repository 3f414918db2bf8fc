import { codeDueView, meView } from '@danban/contract';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { setSessionCookie, tokenOf } from './cookie.ts';
import { findAwaiting } from './awaiting.queries.ts';
import { replaceSession } from './service.ts';
import { meOf, staffBehind } from './staff.ts';
import { hashOfToken } from './tokens.ts';

/** Answers with who is signed in now, or that a code is due; a session the browser had before is over. */
export async function greet(c: Context, house: House, token: string): Promise<Response> {
  await replaceSession(house, tokenOf(c));
  setSessionCookie(c, house, token);
  const awaiting = await findAwaiting(house.db, hashOfToken(token), house.clock());
  if (awaiting !== undefined) return c.json(codeDueView.parse({ next: 'code' }), 202);
  return c.json(meView.parse(meOf(await staffBehind(house, token))));
}
