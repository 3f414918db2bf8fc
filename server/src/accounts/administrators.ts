import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { ProblemError } from '../http/problem.ts';
import { countAdministrators } from './queries.ts';

/**
 * Refuses a change after which nobody would administrate the installation. Call it last in the transaction, under
 * the lock on the organisation: two administrators who remove each other at once would both find the other one.
 */
export async function demandAnAdministrator(trx: Transaction<HouseTables>): Promise<void> {
  if ((await countAdministrators(trx)) === 0) throw new ProblemError('last-administrator');
}
