import { shiftDay } from './day.ts';
import type { UnitRecord } from './records.ts';

/** Why a unit cannot change on that day; the past stays as it was recorded. */
export type Refused = { code: string; params: { day: string } };
export type Changed = { unit: UnitRecord } | { refused: Refused };

/** How a unit is called and where it hangs on a day, and since when both are so. */
export interface Standing {
  name: string;
  shortName: string;
  parentId: string | null;
  since: string;
}

const refused = (code: string, day: string): { refused: Refused } => ({ refused: { code, params: { day } } });

const latest = (a: string, b: string): string => (a > b ? a : b);

/** The first day of the name it has now. */
function namedSince(unit: UnitRecord): string {
  const last = unit.formerNames.at(-1);
  return last === undefined ? unit.validFrom : shiftDay(last.until, 1);
}

/** What stood on the day; on a day before the unit, what stood at its beginning. */
export function standingOn(unit: UnitRecord, day: string): Standing {
  const place = unit.places.findLast(({ from }) => from <= day) ?? unit.places[0]!;
  const later = unit.formerNames.findIndex(({ until }) => day <= until);
  const index = later === -1 ? unit.formerNames.length : later;
  const { name, shortName } = unit.formerNames[index] ?? unit;
  const before = unit.formerNames[index - 1];
  const named = before === undefined ? unit.validFrom : shiftDay(before.until, 1);
  return { name, shortName, parentId: place.parentId, since: latest(place.from, named) };
}

function outsideItsLife(unit: UnitRecord, from: string): { refused: Refused } | undefined {
  if (from < unit.validFrom) return refused('unit-begins-later', unit.validFrom);
  if (unit.validTo !== null && from > unit.validTo) return refused('unit-has-ended', unit.validTo);
  return undefined;
}

/** The unit under another parent from a day on. What was recorded for earlier days stays. */
export function moved(unit: UnitRecord, parentId: string | null, from: string, today: string): Changed {
  const outside = outsideItsLife(unit, from);
  if (outside !== undefined) return outside;
  const last = unit.places.at(-1)!;
  if (last.from > from || (last.from === from && from < today)) return refused('moved-later', last.from);
  const kept = unit.places.filter((place) => place.from < from);
  return { unit: { ...unit, places: [...kept, { parentId, from }] } };
}

/** The unit with another name from a day on, today at the latest; its earlier names stay with their days. */
export function renamed(
  unit: UnitRecord,
  { name, shortName }: { name: string; shortName: string },
  from: string,
  today: string,
): Changed {
  const outside = outsideItsLife(unit, from);
  if (outside !== undefined) return outside;
  if (from > today) return refused('name-from-tomorrow', today);
  const since = namedSince(unit);
  if (since > from || (since === from && from < today)) return refused('named-later', since);
  if (since === from) return { unit: { ...unit, name, shortName } };
  const former = { name: unit.name, shortName: unit.shortName, until: shiftDay(from, -1) };
  return { unit: { ...unit, name, shortName, formerNames: [...unit.formerNames, former] } };
}
