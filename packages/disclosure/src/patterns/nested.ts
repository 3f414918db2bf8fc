import type { GroupSet } from '../groups/types.ts';

/**
 * People who are in a group and not in the next smaller ones inside it, where they are fewer than `k`: showing both
 * would tell of them by one subtraction. Pairs further apart differ by at least as many, so the next ones are enough.
 */
export function smallDifferences(set: GroupSet, k: number): Uint32Array[] {
  const { groups, n } = set;
  const found: Uint32Array[] = [];
  const index = new Map(groups.map((_, group) => [keyOf(set, group, 0), group]));
  groups.forEach((_, group) => {
    if (n[group] === 0) return;
    for (const outer of nextLarger(set, index, group)) {
      const people = n[outer]! - n[group]!;
      if (people > 0 && people < k) found.push(difference(set, outer, group));
    }
  });
  return found;
}

/** The group one unit up with the same categories, and those with one category less. */
function nextLarger(set: GroupSet, index: ReadonlyMap<string, number>, group: number): number[] {
  const { by } = set.groups[group]!;
  const keys = by.map((_, without) => keyOf(set, group, 0, without));
  keys.push(keyOf(set, group, 1));
  return keys.flatMap((key) => index.get(key) ?? []);
}

function keyOf({ groups, tree }: GroupSet, group: number, up: number, without = -1): string {
  const { unit, by } = groups[group]!;
  const names = by.filter((_, at) => at !== without).map(({ dimension, category }) => `${dimension}=${category}`);
  return [up === 0 ? unit : tree.parent[unit]!, ...names].join();
}

function difference({ start, cells }: GroupSet, outer: number, inner: number): Uint32Array {
  const taken = new Set(cells.subarray(start[inner], start[inner + 1]));
  return cells.subarray(start[outer], start[outer + 1]).filter((cell) => !taken.has(cell));
}
