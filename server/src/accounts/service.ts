import { randomUUID } from 'node:crypto';
import { actingAs, type Grant, type Person } from '@danban/access';
import type { AccountView, PageView } from '@danban/contract';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { pageOf } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import { lockOrganisation } from '../organisations/queries.ts';
import { createLinkFor, type StaffLinkPurpose } from '../sessions/links.ts';
import { voidLinksOf } from '../sessions/links.queries.ts';
import { endSessionsOf } from '../sessions/queries.ts';
import { demandAnAdministrator } from './administrators.ts';
import type { CreateAccount, ListAccounts } from './inputs.ts';
import * as queries from './queries.ts';
import { administratedBy, demandMayGrant, demandReach, demandSomeAdministrator } from './scope.ts';

export type Trx = Transaction<HouseTables>;

/** The accounts the person may manage, by name. */
export async function list(house: House, person: Person, wanted: ListAccounts): Promise<PageView<AccountView>> {
  demandSomeAdministrator(person);
  const reach = { administrated: administratedBy(person), day: dayOf(house.clock()) };
  return pageOf(await queries.findAccounts(house.db, reach, wanted), wanted.page, (account) => account);
}

export async function find(house: House, person: Person, id: string): Promise<AccountView> {
  return house.db.transaction().execute((trx) => findManaged(trx, person, id, dayOf(house.clock())));
}

/** One change of accounts at a time, so that what was checked is still so when it is written. */
export function changing<T>(house: House, change: (trx: Trx, day: string) => Promise<T>): Promise<T> {
  return house.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx);
    return change(trx, dayOf(house.clock()));
  });
}

export async function findManaged(trx: Trx, person: Person, id: string, day: string): Promise<AccountView> {
  demandSomeAdministrator(person);
  const account = await queries.findAccount(trx, id);
  if (account === undefined) throw new ProblemError('not-found');
  await demandReach(trx, person, account, day);
  return account;
}

export async function findActive(trx: Trx, person: Person, id: string, day: string): Promise<AccountView> {
  const account = await findManaged(trx, person, id, day);
  if (!account.active) throw new ProblemError('account-inactive');
  return account;
}

/** Roles as the log names them. */
export function rolesOf(grants: readonly Grant[]) {
  return grants.map(({ role, unitId, bodyId }) => ({ role, unit: unitId, body: bodyId }));
}

export async function recordRoles(
  house: House,
  trx: Trx,
  person: Person,
  before: AccountView,
  after: AccountView,
): Promise<void> {
  const details = { before: rolesOf(before.grants), after: rolesOf(after.grants) };
  const units = before.grants.map((grant) => grant.unitId);
  const by = actingAs(person, 'admin');
  await record(house, trx, { by, act: 'account.roles', object: after.id, units, details });
}

/** A new account without a password, and the one-time link with which its owner chooses one. */
export async function create(house: House, person: Person, input: CreateAccount) {
  return changing(house, async (trx, day) => {
    demandSomeAdministrator(person);
    await demandMayGrant(trx, person, input.grants, day);
    const id = randomUUID();
    const added = await queries.insertAccount(trx, { id, name: input.name, login: input.login, passwordHash: null });
    if (!added) throw new ProblemError('login-taken', [{ path: 'login', code: 'login-taken' }]);
    await queries.insertGrants(trx, id, input.grants);
    const link = await createLinkFor(house, trx, id, 'set-password');
    const account = await findManaged(trx, person, id, day);
    const details = { roles: rolesOf(input.grants) };
    await record(house, trx, { by: actingAs(person, 'admin'), act: 'account.invite', object: id, details });
    return { account, link };
  });
}

/** A fresh one-time link; those made before no longer work. */
export async function renewLink(house: House, person: Person, id: string, purpose: StaffLinkPurpose): Promise<string> {
  return changing(house, async (trx, day) => {
    await findActive(trx, person, id, day);
    await voidLinksOf(trx, id);
    const link = await createLinkFor(house, trx, id, purpose);
    await record(house, trx, { by: actingAs(person, 'admin'), act: 'account.link', object: id, details: { purpose } });
    return link;
  });
}

/** One role more; it holds from the account's next request. */
export async function addGrant(house: House, person: Person, id: string, grant: Grant): Promise<AccountView> {
  return changing(house, async (trx, day) => {
    const before = await findActive(trx, person, id, day);
    await demandMayGrant(trx, person, [grant], day);
    await queries.insertGrants(trx, id, [grant]);
    const account = await findManaged(trx, person, id, day);
    await recordRoles(house, trx, person, before, account);
    return account;
  });
}

/**
 * One role less, from the account's next request on. The last one stays: an account without a role would be in
 * nobody's hands, and ending it says clearly what is meant.
 */
export async function removeGrant(house: House, person: Person, id: string, grant: Grant): Promise<AccountView> {
  return changing(house, async (trx, day) => {
    const before = await findActive(trx, person, id, day);
    await queries.deleteGrant(trx, id, grant);
    await demandAnAdministrator(trx);
    const account = (await queries.findAccount(trx, id))!;
    if (account.grants.length === 0) throw new ProblemError('last-role');
    await recordRoles(house, trx, person, before, account);
    return account;
  });
}

/** Ends the account's links and sessions at once. Its name stays beside what it did. */
export async function deactivate(house: House, person: Person, id: string): Promise<void> {
  await changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    await deactivateManaged(house, trx, person, id);
    await demandAnAdministrator(trx);
  });
}

/** The same for an account that is known to be in the person's hands; who calls it asks whether an administrator is left. */
export async function deactivateManaged(house: House, trx: Trx, person: Person, id: string): Promise<void> {
  await voidLinksOf(trx, id);
  await queries.deactivateAccount(trx, id);
  await endSessionsOf(trx, id);
  await record(house, trx, { by: actingAs(person, 'admin'), act: 'account.deactivate', object: id, details: {} });
}

/** Ends every session the account has, on whatever machine; signing in again is left to its owner. */
export async function signOut(house: House, person: Person, id: string): Promise<void> {
  await changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    const count = await endSessionsOf(trx, id);
    if (count === 0) return;
    await record(house, trx, { by: actingAs(person, 'admin'), act: 'session.end', object: id, details: { count } });
  });
}

/** Lets the account in again, with the roles it had, by a one-time link with which its owner chooses a new password. */
export async function activate(house: House, person: Person, id: string): Promise<string> {
  return changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    await queries.activateAccount(trx, id);
    await voidLinksOf(trx, id);
    const link = await createLinkFor(house, trx, id, 'set-password');
    await record(house, trx, { by: actingAs(person, 'admin'), act: 'account.activate', object: id, details: {} });
    return link;
  });
}
