import type { InspectionView } from '@danban/contract';
import { verifyDatabase } from '../audit/verify.ts';
import type { House } from '../house.ts';

type Looked = InspectionView['chain'];

/** The whole log is followed at most once in so long: looks in between are told what was found, and when. */
const keptFor = 5 * 60 * 1000;

interface Kept {
  at: number;
  found: Promise<Looked>;
}

const kept = new WeakMap<House['db'], Kept>();

async function look({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<Looked> {
  const checkedAt = clock().toISOString();
  const { acts, broken } = await verifyDatabase(db, []);
  return { upTo: acts, checkedAt, brokenAt: broken?.seq ?? null };
}

/** Whether the chain of acts holds, followed from its first act on. */
export function chainOf(house: Pick<House, 'db' | 'clock'>): Promise<Looked> {
  const now = house.clock().getTime();
  const before = kept.get(house.db);
  if (before && now - before.at < keptFor) return before.found;
  const found = look(house);
  kept.set(house.db, { at: now, found });
  // What could not be looked at is not kept.
  found.catch(() => kept.delete(house.db));
  return found;
}
