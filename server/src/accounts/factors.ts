import { actingAs, type Person } from '@danban/access';
import { record } from '../audit/record.ts';
import { clearFactors, factorsHeld } from '../factors/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { endSessionsOf } from '../sessions/queries.ts';
import { deleteLink, isLinked } from '../sso/queries.ts';
import { changing, findManaged } from './service.ts';

export async function factorsOf(house: House, person: Person, id: string) {
  return changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    return { ...(await factorsHeld(trx, id)), sso: await isLinked(trx, id) };
  });
}

/**
 * Takes away what the person can no longer show, and ends every session: whoever found the phone may be signed in. The
 * administrator's own is not reset here, or a browser she left open would be enough.
 */
export async function resetFactorsOf(house: House, person: Person, id: string): Promise<void> {
  if (id === person.id) throw new ProblemError('not-allowed');
  await changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    const details = await clearFactors(trx, id);
    await endSessionsOf(trx, id);
    await record(house, trx, { by: actingAs(person, 'admin'), act: 'factor.reset', object: id, details });
  });
}

/** For who was linked with somebody else, or lost what she signs in with elsewhere; her own is unlinked on her own page. */
export async function unlinkOf(house: House, person: Person, id: string): Promise<void> {
  if (id === person.id) throw new ProblemError('not-allowed');
  await changing(house, async (trx, day) => {
    await findManaged(trx, person, id, day);
    if (!(await deleteLink(trx, id))) return;
    await endSessionsOf(trx, id);
    await record(house, trx, {
      by: actingAs(person, 'admin'),
      act: 'sso.unlink',
      object: id,
      details: { by: 'admin' },
    });
  });
}
