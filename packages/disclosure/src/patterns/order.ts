import type { Group, GroupSet } from '../groups/types.ts';

/**
 * The order in which groups ask to be shown: unit totals, then breakdowns by rank; within these the larger first, then
 * the higher level, then the index. What comes first is shown rather than what comes later.
 */
export function inPriority(set: GroupSet): Uint32Array {
  const { groups, n, tree } = set;
  const level = levelsOf(tree.parent);
  const rank = ranksOf(set);
  return Uint32Array.from(groups.keys()).sort(
    (a, b) => rank[a]! - rank[b]! || n[b]! - n[a]! || level[groups[a]!.unit]! - level[groups[b]!.unit]! || a - b,
  );
}

/** 0 for totals, then single dimensions in their order, then the pairs in theirs. */
function ranksOf({ groups }: GroupSet): Uint32Array {
  const pairs = new Map<string, number>();
  return Uint32Array.from(groups, ({ by }: Group) => {
    if (by.length < 2) return by.length === 0 ? 0 : by[0]!.dimension + 1;
    const key = by.map(({ dimension }) => dimension).join();
    if (!pairs.has(key)) pairs.set(key, 1_000 + pairs.size);
    return pairs.get(key)!;
  });
}

function levelsOf(parent: Int32Array): Uint32Array {
  const level = new Uint32Array(parent.length);
  parent.forEach((above, unit) => {
    if (above >= 0) level[unit] = level[above]! + 1;
  });
  return level;
}
