import { codeDueView, meView } from '@danban/contract';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { setSessionCookie, tokenOf } from './cookie.ts';
import { findAwaiting } from './awaiting.queries.ts';
import { replaceSession } from './service.ts';
import { meOf, staffBehind } from './staff.ts';
import { hashOfToken } from './tokens.ts';

/** Hands the browser its session, in place of the one it had before; true: a code from the phone is due. */
export async function letIn(c: Context, house: House, token: string): Promise<boolean> {
  await replaceSession(house, tokenOf(c));
  setSessionCookie(c, house, token);
  return (await findAwaiting(house.db, hashOfToken(token), house.clock())) !== undefined;
}

/** Answers with who is signed in now, or that a code is due. */
export async function greet(c: Context, house: House, token: string): Promise<Response> {
  if (await letIn(c, house, token)) return c.json(codeDueView.parse({ next: 'code' }), 202);
  return c.json(meView.parse(meOf(await staffBehind(house, token))));
}
