import type { Db } from '@danban/db/vaults/house';
import { between, type Chance } from '@danban/server/example/chance';

/** Where a unit hangs from a day on. */
export interface RandomPlace {
  unitId: string;
  from: string;
  parentId: string | null;
}

const days = ['2020-01-01', '2021-07-01', '2022-03-15', '2023-11-20', '2025-06-01', '2027-01-01'];

/**
 * Units whose place changes by days. A unit hangs only under earlier ones, so that there is no circle; a parent may
 * begin later than its child, and there may be several roots.
 */
export function randomPlaces(chance: Chance, count: number): RandomPlace[] {
  return Array.from({ length: count }, (_, i) => {
    const begins = i === 0 ? 0 : between(chance, 0, days.length - 1);
    const changes = days.slice(begins).filter((_day, at) => at === 0 || chance() < 0.25);
    return changes.map((from) => ({ unitId: `u${i}`, from, parentId: parentFor(chance, i) }));
  }).flat();
}

function parentFor(chance: Chance, i: number): string | null {
  return i === 0 || chance() < 0.06 ? null : `u${between(chance, 0, i - 1)}`;
}

export async function savePlaces(db: Db, places: readonly RandomPlace[]): Promise<void> {
  const first = new Map(places.toReversed().map((place) => [place.unitId, place.from]));
  const units = [...first].map(([id, from]) => ({ id, type: 'school', name: id, short_name: id, valid_from: from }));
  await db.insertInto('unit').values(units).execute();
  await db
    .insertInto('unit_place')
    .values(places.map(({ unitId, from, parentId }) => ({ unit_id: unitId, valid_from: from, parent_id: parentId })))
    .execute();
}

/** The way up on the day, walked place by place: what the database must say without walking. */
export function pathOn(places: readonly RandomPlace[], unitId: string | null, day: string): string[] {
  const place = places.findLast((one) => one.unitId === unitId && one.from <= day);
  return place === undefined ? [] : [place.unitId, ...pathOn(places, place.parentId, day)];
}
