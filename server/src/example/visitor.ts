import type { House } from '../house.ts';
import { startSession } from '../sessions/service.ts';
import { sessionCookie } from '../sessions/cookie.ts';
import { deviceOf } from '../sessions/device.ts';
import { endSession } from '../sessions/queries.ts';
import { hashOfToken } from '../sessions/tokens.ts';

/** The app as a browser reaches it, without a socket. */
export type Send = (path: string, init?: RequestInit) => Response | Promise<Response>;

/** What was answered; throws where it was refused. */
export async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (response.ok) return response.json();
  throw new Error(`the example could not be built: ${response.status} ${await response.text()}`);
}

export type Desk = Awaited<ReturnType<typeof signedIn>>;

/** Calls the real API in somebody's name, as the pages do. */
export async function signedIn(house: House, send: Send, accountId: string) {
  const token = await house.db
    .transaction()
    .execute((trx) => startSession(house, trx, accountId, { device: deviceOf(''), way: 'set-up' }));
  const headers = { cookie: `${sessionCookie}=${token}`, origin: house.origin, 'content-type': 'application/json' };
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return bodyOf(await send(`/lam-viec/api${path}`, { method, headers, ...sent }));
  };
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown = {}) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    /** Nobody sits there any more. */
    leave: () => endSession(house.db, hashOfToken(token)),
  };
}

/** Sends one answer sheet as a phone does: no cookie, nothing but what the door asks for and the answers. */
async function put(send: Send, slug: string, sheet: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await bodyOf(await send(`/api/s/${slug}/submissions`, { method: 'POST', headers, body: JSON.stringify(sheet) }));
}

/** Through a link everybody has. */
export const submit = (send: Send, slug: string, nonce: string, answers: unknown): Promise<void> =>
  put(send, slug, { nonce, answers });

/** With the code of a printed slip. */
export const submitByCode = (send: Send, slug: string, code: string, answers: unknown): Promise<void> =>
  put(send, slug, { code, answers });
