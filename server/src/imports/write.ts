import { randomUUID } from 'node:crypto';
import { actingAs, type Person } from '@danban/access';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { demandAnAdministrator } from '../accounts/administrators.ts';
import { insertAccounts, insertGrantsOf } from '../accounts/queries.ts';
import { rolesOf } from '../accounts/service.ts';
import { record, type Told } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { upsertBodies, upsertUnits } from '../organisations/queries.ts';
import { createLinksFor } from '../sessions/links.ts';
import type { AccountWrite } from './accounts.ts';
import type { Invitation } from './invitations.ts';
import type { Understanding } from './understand.ts';

type Trx = Transaction<HouseTables>;
type Act = Told<'account.invite'> | Told<'account.roles'>;

interface Invited {
  invitations: Invitation[];
  acts: Act[];
}

const grantsOf = (accountId: string, grants: AccountWrite['granted'][number]['grants']) =>
  grants.map((grant) => ({ ...grant, accountId }));

/** New accounts without a password, and the one-time link with which each of their owners chooses one. */
async function invite(house: House, trx: Trx, person: Person, added: AccountWrite['added']): Promise<Invited> {
  const accounts = added.map((one) => ({ ...one, id: randomUUID(), passwordHash: null }));
  const inserted = await insertAccounts(trx, accounts);
  if (inserted !== accounts.length) throw new ProblemError('login-taken');
  await insertGrantsOf(
    trx,
    accounts.flatMap(({ id, grants }) => grantsOf(id, grants)),
  );
  const ids = accounts.map(({ id }) => id);
  const links = await createLinksFor(house, trx, ids, 'set-password');
  const by = actingAs(person, 'admin');
  return {
    invitations: accounts.map(({ name, login, unit }, i) => ({ name, login, unit, link: links[i]! })),
    acts: accounts.map(({ id, grants }) => ({
      by,
      act: 'account.invite',
      object: id,
      details: { roles: rolesOf(grants) },
    })),
  };
}

async function grant(trx: Trx, person: Person, granted: AccountWrite['granted']): Promise<Act[]> {
  await insertGrantsOf(
    trx,
    granted.flatMap(({ id, grants }) => grantsOf(id, grants)),
  );
  const by = actingAs(person, 'admin');
  return granted.map(({ id, held, grants }) => {
    const details = { before: rolesOf(held), after: rolesOf([...held, ...grants]) };
    return { by, act: 'account.roles', object: id, details };
  });
}

async function writeAccounts(
  house: House,
  trx: Trx,
  person: Person,
  { added, granted }: AccountWrite,
): Promise<Invitation[]> {
  const further = await grant(trx, person, granted);
  const { invitations, acts } = await invite(house, trx, person, added);
  for (const act of [...further, ...acts]) await record(house, trx, act as Told<'account.invite'>);
  return invitations;
}

/** Stores what a plan without a problem has come to. New accounts are invited: their one-time links are returned. */
export async function write(
  house: House,
  trx: Trx,
  person: Person,
  { view, write: wanted }: Understanding,
): Promise<Invitation[]> {
  if ('accounts' in wanted) return writeAccounts(house, trx, person, wanted.accounts);
  if ('units' in wanted) await upsertUnits(trx, wanted.units);
  else if ('bodies' in wanted) await upsertBodies(trx, wanted.bodies);
  await demandAnAdministrator(trx);
  const { added, changed } = view.counts;
  if (added + changed === 0) return [];
  const details = { kind: 'units' in wanted ? ('units' as const) : ('bodies' as const), added, changed };
  await record(house, trx, { by: actingAs(person, 'admin'), act: 'organisation.import', details });
  return [];
}
