import { actingAs } from '@danban/access';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { endSessionsBeside, sessionsOf } from './queries.ts';
import { sessionLasts, type Staff } from './staff.ts';

/** Where the person is signed in, the newest first. When each was last used follows from when it ends. */
export async function list(house: House, { person, tokenHash }: Staff) {
  const sessions = await sessionsOf(house.db, person.id, house.clock());
  return sessions.map(({ id, browser, system, startedAt, expiresAt, way, tokenHash: held }) => ({
    id,
    browser,
    system,
    way,
    startedAt: startedAt.toISOString(),
    usedAt: new Date(expiresAt.getTime() - sessionLasts).toISOString(),
    here: held.equals(tokenHash),
  }));
}

async function recordEnd(house: House, trx: Transaction<HouseTables>, { person }: Staff, count: number): Promise<void> {
  const by = actingAs(person, null);
  await record(house, trx, { by, act: 'session.end', object: person.id, details: { count } });
}

/** Ends another session of the same person; the one she is using is ended by signing out. */
export async function endOther(house: House, staff: Staff, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const ended = await endSessionsBeside(trx, staff.person.id, staff.tokenHash, id);
    if (ended === 0) throw new ProblemError('not-found');
    await recordEnd(house, trx, staff, ended);
  });
}

/** Ends every session of the person but the one she is using; where there is no other, nothing has happened. */
export async function endOthers(house: House, staff: Staff): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const ended = await endSessionsBeside(trx, staff.person.id, staff.tokenHash);
    if (ended > 0) await recordEnd(house, trx, staff, ended);
  });
}
