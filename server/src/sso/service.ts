import { actingAs } from '@danban/access';
import { record } from '../audit/record.ts';
import { factorsHeld, lockAccount } from '../factors/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import type { Device } from '../sessions/device.ts';
import { credentialsOf, forgetExpired, lockActiveAccount } from '../sessions/queries.ts';
import { enter, type Entry } from '../sessions/service.ts';
import type { Throttle } from '../sessions/throttle.ts';
import { loginOfEmail } from './email.ts';
import type { Identity } from './identity.ts';
import { wayThere, type BeginSso, type WayThere } from './inputs.ts';
import type { Provider } from './provider.ts';
import * as queries from './queries.ts';

const noAccount = () => new ProblemError('sso-no-account');

export function providerOf({ sso }: House): Provider {
  if (sso === undefined) throw new ProblemError('sso-off');
  return sso;
}

/** The address to go to, and what is kept until somebody is back. `session`: the one to be linked, where that is wanted. */
export async function begin(house: House, { place, anew }: BeginSso, session: Buffer | null = null) {
  const provider = providerOf(house);
  await forgetExpired(house.db, house.clock());
  const { address, begun } = await provider.begin({ anew });
  const kept: WayThere = { ...begun, place, session: session && session.toString('hex') };
  return { address, kept };
}

/** What this browser had begun: another one's, one that is over and one that is used are the same here, nothing. */
export function begunIn(kept: unknown): WayThere {
  const { success, data } = wayThere.safeParse(kept);
  if (!success) throw new ProblemError('sso-refused');
  return data;
}

/** Asks the provider. Those who come back with nothing it stands by are slowed together: they have no name yet. */
export async function identityIn(house: House, throttle: Throttle, begun: WayThere, answer: string): Promise<Identity> {
  const provider = providerOf(house);
  if (!throttle.take(begun.state, house.clock())) throw new ProblemError('too-many-attempts');
  const identity = await provider.identityIn(begun, answer);
  throttle.forgive(begun.state);
  return identity;
}

/** The session of whom the provider vouches for; a code from the phone may still be due. */
export async function signIn(house: House, identity: Identity, device: Device): Promise<string> {
  const { provedAgo } = identity;
  const provedAt = provedAgo === null ? null : new Date(house.clock().getTime() - provedAgo);
  const entry = { device, provedAt, way: 'sso' } as const;
  const linked = await queries.findLinked(house.db, identity);
  return linked === undefined ? enterFirst(house, identity, entry) : enterLinked(house, linked, identity, entry);
}

type BySso = Entry & { way: 'sso' };

async function enterLinked(house: House, accountId: string, identity: Identity, entry: BySso): Promise<string> {
  return house.db.transaction().execute(async (trx) => {
    const account = await lockActiveAccount(trx, accountId);
    const stillLinked = (await queries.findLinked(trx, identity)) === accountId;
    if (account === undefined || !stillLinked) throw noAccount();
    return enter(house, trx, account, entry);
  });
}

/** The account whose login the provider has verified to be the person's address. */
async function accountNamedBy(house: House, identity: Identity): Promise<string> {
  const email = await identity.email();
  if (email === undefined) throw noAccount();
  if (!email.verified) throw new ProblemError('sso-email-unverified');
  const login = loginOfEmail(email.address);
  const account = login === undefined ? undefined : await credentialsOf(house.db, login);
  if (account === undefined) throw noAccount();
  return account.id;
}

/**
 * Links at the first coming, by the address alone. Whoever is handed an address after somebody else finds her account
 * linked already; an account that asks for more than a password, or was unlinked on purpose, is linked from inside.
 */
async function enterFirst(house: House, identity: Identity, entry: BySso): Promise<string> {
  const accountId = await accountNamedBy(house, identity);
  return house.db.transaction().execute(async (trx) => {
    await lockAccount(trx, accountId);
    const account = await lockActiveAccount(trx, accountId);
    if (account === undefined) throw noAccount();
    const { phone, passkeys } = await factorsHeld(trx, accountId);
    const asksForMore = phone || passkeys > 0;
    if (asksForMore || !(await queries.mayLinkByEmail(trx, accountId))) throw noAccount();
    if (!(await queries.insertLink(trx, accountId, identity, dayOf(house.clock())))) throw noAccount();
    const by = actingAs(account, null);
    await record(house, trx, { by, act: 'sso.link', object: accountId, details: { by: 'email' } });
    return enter(house, trx, account, entry);
  });
}
