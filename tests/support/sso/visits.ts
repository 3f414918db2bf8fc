import type { SsoAnsweredView, SsoBegunView } from '@danban/contract';
import { expect } from 'vitest';
import type { Visitor } from '../staff.ts';
import { codeOf, type Order } from './orders.ts';

/** The cookies of one browser at the provider. */
export type Jar = Map<string, string>;

function keep(jar: Jar, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
    if (value === '') jar.delete(name!);
    else jar.set(name!, value!);
  }
}

async function ask(jar: Jar, url: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...init });
  keep(jar, response);
  return response;
}

/** Signs in at the real provider as a browser would, and answers what stands behind the question mark afterwards. */
export async function signInThere(address: string, who: string, jar: Jar = new Map()): Promise<string> {
  const back = new URL(address).searchParams.get('redirect_uri')!;
  let url = address;
  for (let steps = 0; steps < 12; steps += 1) {
    let response = await ask(jar, url);
    if (response.status === 200) {
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(await response.text())!;
      const body = new URLSearchParams({ prompt: 'login', login: who, password: 'x' });
      response = await ask(jar, new URL(action!, url).href, { method: 'POST', body });
    }
    expect([302, 303]).toContain(response.status);
    url = new URL(response.headers.get('location')!, url).href;
    if (url.startsWith(back)) return new URL(url).search.slice(1);
  }
  throw new Error('the provider leads nowhere');
}

/** A way to the provider that was begun in one browser. */
export interface BegunWay {
  address: string;
  /** The cookie that binds it to the browser. */
  cookie: string;
  state: string;
  nonce: string;
}

async function begunIn(answer: Response): Promise<BegunWay> {
  expect(answer.status).toBe(200);
  const { address } = (await answer.json()) as SsoBegunView;
  const { state, nonce } = Object.fromEntries(new URL(address).searchParams);
  const cookie = /danban_begun=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')![0];
  return { address, cookie, state: state!, nonce: nonce! };
}

export const begin = async (browser: Visitor, wish = { place: null as string | null, anew: false }) =>
  begunIn(await browser.send('POST', '/sso/begin', wish));

export const beginToLink = async (person: Visitor) => begunIn(await person.send('POST', '/me/sso/begin'));

/** Comes back with an answer, in the browser whose cookies these are. */
export function comeBack(browser: Visitor, { cookie }: { cookie: string }, answer: string): Promise<Response> {
  const session = browser.token === undefined ? '' : `; danban_session=${browser.token}`;
  return browser.send('POST', '/sso/answer', { answer }, { cookie: cookie + session });
}

/** What the forging provider would send a browser back with. */
export function forged(way: BegunWay, issuer: string, order: Omit<Order, 'nonce'> & { nonce?: string }): string {
  const code = codeOf({ nonce: way.nonce, ...order });
  return new URLSearchParams({ code, state: way.state, iss: issuer }).toString();
}

export async function answeredIn(response: Response): Promise<SsoAnsweredView> {
  expect(response.status).toBe(200);
  return (await response.json()) as SsoAnsweredView;
}
