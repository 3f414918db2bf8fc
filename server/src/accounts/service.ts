import { randomUUID } from 'node:crypto';
import type { Grant, Person } from '@danban/access';
import type { AccountView } from '@danban/contract';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import { lockOrganisation } from '../organisations/queries.ts';
import { createLinkFor, type StaffLinkPurpose } from '../sessions/links.ts';
import { endSessionsOf, voidLinksOf } from '../sessions/queries.ts';
import { demandAnAdministrator } from './administrators.ts';
import type { CreateAccount } from './inputs.ts';
import { allAccounts, deactivateAccount, findAccount, insertAccount, replaceGrants } from './queries.ts';
import { accountsInReach, demandMayGrant, demandReach, demandSomeAdministrator } from './scope.ts';

type Trx = Transaction<HouseTables>;

/** The accounts the person may manage. */
export async function list(house: House, person: Person): Promise<AccountView[]> {
  demandSomeAdministrator(person);
  return accountsInReach(house.db, person, await allAccounts(house.db), dayOf(house.clock()));
}

/** One change of accounts at a time, so that what was checked is still so when it is written. */
function changing<T>(house: House, change: (trx: Trx, day: string) => Promise<T>): Promise<T> {
  return house.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx);
    return change(trx, dayOf(house.clock()));
  });
}

async function findManaged(trx: Trx, person: Person, id: string, day: string): Promise<AccountView> {
  demandSomeAdministrator(person);
  const account = await findAccount(trx, id);
  if (account === undefined) throw new ProblemError('not-found');
  await demandReach(trx, person, account, day);
  return account;
}

/** A new account without a password, and the one-time link with which its owner chooses one. */
export async function create(house: House, person: Person, input: CreateAccount) {
  return changing(house, async (trx, day) => {
    demandSomeAdministrator(person);
    await demandMayGrant(trx, person, input.grants, day);
    const id = randomUUID();
    const added = await insertAccount(trx, { id, name: input.name, login: input.login, passwordHash: null });
    if (!added) throw new ProblemError('conflict', [{ path: 'login', code: 'login-taken' }]);
    await replaceGrants(trx, id, input.grants);
    const link = await createLinkFor(house, trx, id, 'set-password');
    return { account: await findManaged(trx, person, id, day), link };
  });
}

/** A fresh one-time link; those made before no longer work. */
export async function renewLink(house: House, person: Person, id: string, purpose: StaffLinkPurpose): Promise<string> {
  return changing(house, async (trx, day) => {
    const account = await findManaged(trx, person, id, day);
    if (!account.active) throw new ProblemError('conflict', [{ path: 'id', code: 'account-inactive' }]);
    await voidLinksOf(trx, id);
    return createLinkFor(house, trx, id, purpose);
  });
}

/** The account's roles from now on; they hold from its next request. */
export async function setGrants(house: House, person: Person, id: string, grants: Grant[]): Promise<AccountView> {
  return changing(house, async (trx, day) => {
    const account = await findManaged(trx, person, id, day);
    await demandMayGrant(trx, person, grants, day);
    await replaceGrants(trx, id, grants);
    await demandAnAdministrator(trx);
    return { ...account, grants };
  });
}

/** Ends the account's links and sessions at once. Its name stays beside what it did. */
export async function deactivate(house: House, person: Person, id: string): Promise<void> {
  await changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    await voidLinksOf(trx, id);
    await deactivateAccount(trx, id);
    await endSessionsOf(trx, id);
    await demandAnAdministrator(trx);
  });
}
