import type { GroupSet } from '../groups/types.ts';

/**
 * Calls for each category of each breakdown: its groups form the tree of units by themselves, and the rules of a tree
 * decide quickly which of them could be shown if there were no others. `groupAt[unit]` is -1 where there is no group.
 */
export function eachForest(set: GroupSet, visit: (groupAt: Int32Array) => void): void {
  visit(set.breakdowns[0]!.first);
  eachBreakdown(set, visit);
}

/** The same without the unit totals. */
export function eachBreakdown({ breakdowns }: GroupSet, visit: (groupAt: Int32Array) => void): void {
  for (const { first, size } of breakdowns.slice(1)) {
    for (let at = 0; at < size; at++) visit(first.map((group) => (group < 0 ? -1 : group + at)));
  }
}

/** What the groups of a forest hold, by unit; 0 where there is no group. */
export function gathered<T extends Uint8Array | Uint32Array>(values: T, groupAt: Int32Array): T {
  const own = values.slice(0, groupAt.length) as T;
  groupAt.forEach((group, unit) => (own[unit] = group < 0 ? 0 : values[group]!));
  return own;
}
