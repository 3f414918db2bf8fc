import type { IssueView } from '@danban/contract';
import { lastDayOf, type UnitRecord } from './records.ts';

type Units = ReadonlyMap<string, UnitRecord>;

function livesThrough(unit: UnitRecord, from: string, to: string | null): boolean {
  if (unit.validFrom > from) return false;
  return unit.validTo === null || (to !== null && to <= unit.validTo);
}

function placeIssues(unit: UnitRecord, path: string, units: Units): IssueView[] {
  return unit.places.flatMap(({ parentId, from }, i) => {
    if (parentId === null) return [];
    const parent = units.get(parentId);
    const params = { id: parentId };
    if (parent === undefined) return [{ path, code: 'unknown-parent', params }];
    if (!livesThrough(parent, from, lastDayOf(unit, i))) return [{ path, code: 'parent-does-not-exist-then', params }];
    return [];
  });
}

function parentOn(day: string, unit: UnitRecord | undefined): string | null {
  return unit?.places.findLast((place) => place.from <= day)?.parentId ?? null;
}

function isAboveItselfOn(day: string, unit: UnitRecord, units: Units): boolean {
  const seen = new Set<string>();
  let id = parentOn(day, unit);
  while (id !== null && id !== unit.id && !seen.has(id)) {
    seen.add(id);
    id = parentOn(day, units.get(id));
  }
  return id === unit.id;
}

/** A cycle closes on the day on which the last of its places begins, so those days are all there is to look at. */
function cycleIssues(unit: UnitRecord, path: string, units: Units): IssueView[] {
  if (!unit.places.some((place) => isAboveItselfOn(place.from, unit, units))) return [];
  return [{ path, code: 'cycle', params: { id: unit.id } }];
}

function lifeIssues(unit: UnitRecord, path: string, units: Units): IssueView[] {
  const unknown = unit.successorIds.filter((id) => !units.has(id));
  return [
    ...(unit.validTo !== null && unit.validTo < unit.validFrom
      ? [{ path: `${path}.validTo`, code: 'ends-before-it-starts' }]
      : []),
    ...unknown.map((id) => ({ path: `${path}.successorIds`, code: 'unknown-successor', params: { id } })),
  ];
}

/**
 * What is wrong with the units once `given` stands beside `stored` (units it does not mention). Empty: on every day
 * each unit hangs under a living parent and nothing hangs under itself. A stored unit that the given ones would break
 * is reported under `units`, named by its id.
 */
export function treeIssues(given: readonly UnitRecord[], stored: readonly UnitRecord[]): IssueView[] {
  const units: Units = new Map([...stored, ...given].map((unit) => [unit.id, unit]));
  const positions = new Map(given.map((unit, i) => [unit.id, i]));
  return [...units.values()].flatMap((unit) => {
    const position = positions.get(unit.id);
    const path = position === undefined ? 'units' : `units.${position}`;
    const parentPath = position === undefined ? path : `${path}.parentId`;
    const issues = [
      ...lifeIssues(unit, path, units),
      ...placeIssues(unit, parentPath, units),
      ...cycleIssues(unit, parentPath, units),
    ];
    if (position !== undefined) return issues;
    return issues.map((issue) => ({ ...issue, params: { ...issue.params, unit: unit.id } }));
  });
}
