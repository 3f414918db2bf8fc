import { readFile } from 'node:fs/promises';
import type { AccountView, PageView } from '@danban/contract';
import { createSetupLink, createSignInLink } from '@danban/server';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { origin, type TestHouse } from './house.ts';

export interface Visitor {
  /** The session token in the cookie jar. */
  token: string | undefined;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export const root = { name: 'Phạm Thị Mai', login: 'mai.quantri', password: 'mot cau that dai de nho' };

type Ready = string | Uint8Array<ArrayBuffer>;

const isReady = (body: unknown): body is Ready => typeof body === 'string' || body instanceof Uint8Array;
const typeOf = (body: unknown): string =>
  body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';

/** A browser on the staff pages: keeps the cookie it is given, sends its Origin, knows the path of the API. */
export function visitor(app: Hono): Visitor {
  const jar: Visitor = {
    token: undefined,
    async send(method, path, body, headers = {}) {
      const response = await app.request(`/lam-viec/api${path}`, {
        method,
        headers: {
          origin,
          ...(jar.token === undefined ? {} : { cookie: `danban_session=${jar.token}` }),
          ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isReady(body) ? body : JSON.stringify(body) }),
      });
      const given = /danban_session=([^;]*)/.exec(response.headers.get('set-cookie') ?? '');
      if (given) jar.token = given[1] === '' ? undefined : given[1];
      return response;
    },
  };
  return jar;
}

/** By a link of her own, which works once. */
export async function comeIn(house: TestHouse['house'], person: Visitor, account: string): Promise<void> {
  await person.send('POST', '/sessions/link', { token: tokenIn(await createSignInLink(house, account)) });
}

export function tokenIn(link: string | null): string {
  return new URL(link ?? '').searchParams.get('ma') ?? '';
}

export async function problemOf(response: Response): Promise<unknown> {
  const { status, code } = (await response.json()) as { status: number; code: string };
  expect(response.status).toBe(status);
  return code;
}

interface OrganisationFile {
  units: { id: string; validFrom: string; validTo: string | null }[];
  bodies: unknown[];
}

export async function organisation(): Promise<OrganisationFile> {
  return JSON.parse(
    await readFile(new URL('../../db/seeds/org-tree.json', import.meta.url), 'utf8'),
  ) as OrganisationFile;
}

/** Sets an empty house up over HTTP; its administrator is signed in. */
export async function setUp({ house, app }: TestHouse): Promise<Visitor> {
  const admin = visitor(app);
  const token = tokenIn(await createSetupLink(house));
  const answer = await admin.send('POST', '/setup', {
    choice: 'empty',
    token,
    organisation: { name: 'Ngành giáo dục tỉnh' },
    admin: root,
  });
  expect(answer.status).toBe(200);
  return admin;
}

/** Sets up and loads the province. */
export async function setUpProvince(house: TestHouse): Promise<Visitor> {
  const admin = await setUp(house);
  const answer = await admin.send('PUT', '/organisation', await organisation());
  expect(answer.status).toBe(200);
  return admin;
}

interface Wanted {
  login: string;
  role: string;
  unitId: string;
  bodyId?: string | null;
}

/** An account made by an administrator: its id and its one-time link. */
export async function invite(admin: Visitor, { login, role, unitId, bodyId = null }: Wanted) {
  const grants = [{ role, unitId, bodyId }];
  const answer = await admin.send('POST', '/accounts', { name: `Người ${login}`, login, grants });
  expect(answer.status).toBe(201);
  const { account, link } = (await answer.json()) as { account: { id: string }; link: string };
  return { id: account.id, link, token: tokenIn(link) };
}

/** Whatever a test sends as a role. */
interface SentGrant {
  role: string;
  unitId: string;
  bodyId: string | null;
}

export function addGrant(by: Visitor, id: string, grant: SentGrant): Promise<Response> {
  return by.send('POST', `/accounts/${id}/grants`, grant);
}

export function removeGrant(by: Visitor, id: string, { role, unitId, bodyId }: SentGrant): Promise<Response> {
  const named = new URLSearchParams({ role, unitId, ...(bodyId === null ? {} : { bodyId }) });
  return by.send('DELETE', `/accounts/${id}/grants?${named.toString()}`);
}

export async function accountOf(by: Visitor, id: string): Promise<AccountView> {
  const answer = await by.send('GET', `/accounts/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as AccountView;
}

/** Every page of a list, one after the other. */
export async function allPages<Item>(by: Visitor, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const answer = await by.send('GET', `${path}${path.includes('?') ? '&' : '?'}page=${page}`);
    expect(answer.status).toBe(200);
    const found = (await answer.json()) as PageView<Item>;
    items.push(...found.items);
    if (!found.more) return items;
  }
}

export const allAccounts = (by: Visitor): Promise<AccountView[]> => allPages(by, '/accounts');

/** Somebody with this one role, signed in by the link she was given. */
export async function signedIn(app: Hono, admin: Visitor, wanted: Wanted): Promise<Visitor & { id: string }> {
  const { id, token } = await invite(admin, wanted);
  const person = visitor(app);
  const answer = await person.send('POST', '/sessions/link', { token });
  expect(answer.status).toBe(200);
  return Object.assign(person, { id });
}
