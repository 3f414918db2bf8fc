import { can, type Person, type Where } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { ProblemError } from '../http/problem.ts';
import { rootIds } from '../organisations/queries.ts';

/** Which acts somebody may read: all of them, or those in what hangs under some units on a day. */
export type Watched = 'everything' | { units: readonly string[]; day: string };

const at = (unitPath: readonly string[]): Where => ({ unitPath, bodyId: null, judged: null });

/** `can(person, 'audit.read', …)` for every act, as one answer for a whole list. */
export async function watchedBy(db: Db, person: Person, day: string): Promise<Watched> {
  if (can(person, 'audit.read', at(await rootIds(db)))) return 'everything';
  const grants = person.grants.filter((grant) => can({ ...person, grants: [grant] }, 'audit.read', at([grant.unitId])));
  if (grants.length === 0) throw new ProblemError('not-allowed');
  return { units: grants.map((grant) => grant.unitId), day };
}
