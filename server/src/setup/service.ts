import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { actingAs } from '@danban/access';
import { record } from '../audit/record.ts';
import { hasAccounts } from '../accounts/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { lockOrganisation } from '../organisations/queries.ts';
import type { Device } from '../sessions/device.ts';
import { createLinkForSetUp } from '../sessions/links.ts';
import { restoreLink, takeLink, voidSetUpLinks, type TakenLink } from '../sessions/links.queries.ts';
import { startSession } from '../sessions/service.ts';
import { hashOfToken, isToken } from '../sessions/tokens.ts';
import { foundEmpty } from './empty.ts';
import type { SetUpEmpty, SetUpExample } from './inputs.ts';

type Trx = Transaction<HouseTables>;

function underLock<T>(house: House, work: (trx: Trx) => Promise<T>): Promise<T> {
  return house.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx);
    return work(trx);
  });
}

export async function isSetUpNeeded(house: House): Promise<boolean> {
  return !(await hasAccounts(house.db));
}

/** A one-time set-up link for the console, earlier ones being void; `null` once there is an account. */
export async function createSetupLink(house: House): Promise<string | null> {
  return underLock(house, async (trx) => {
    if (await hasAccounts(trx)) return null;
    await voidSetUpLinks(trx);
    return createLinkForSetUp(house, trx);
  });
}

/** Only who has seen the console may set up, and only once. */
async function takeSetUpLink(house: House, trx: Trx, token: string): Promise<TakenLink> {
  if (await hasAccounts(trx)) throw new ProblemError('already-set-up');
  const link = isToken(token) ? await takeLink(trx, hashOfToken(token), ['set-up'], house.clock()) : undefined;
  if (link === undefined) throw new ProblemError('link-used-or-expired');
  return link;
}

/** Founds an empty organisation and signs its administrator in: all in one transaction. */
export async function setUpEmpty(
  house: House,
  { token, organisation, admin }: SetUpEmpty,
  device: Device,
): Promise<string> {
  return underLock(house, async (trx) => {
    await takeSetUpLink(house, trx, token);
    const id = await foundEmpty(trx, organisation.name, admin);
    const by = actingAs({ id, name: admin.name }, 'admin');
    await record(house, trx, { by, act: 'setup.finish', details: { choice: 'empty' } });
    return startSession(house, trx, id, { device, way: 'set-up' });
  });
}

/**
 * Builds the example and signs its administrator in. The example goes through the real API and so through many
 * transactions: the link is taken first, and given back when building fails.
 */
export async function setUpExample(house: House, { token, admin }: SetUpExample, device: Device): Promise<string> {
  const build = house.buildExample;
  if (build === undefined) throw new ProblemError('unavailable');
  const link = await underLock(house, (trx) => takeSetUpLink(house, trx, token));
  try {
    const { administratorId } = await build(admin);
    return await house.db
      .transaction()
      .execute((trx) => startSession(house, trx, administratorId, { device, way: 'set-up' }));
  } catch (error) {
    await restoreLink(house.db, hashOfToken(token), link);
    throw error;
  }
}
