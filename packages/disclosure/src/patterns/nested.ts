import type { GroupSet } from '../groups/types.ts';

/**
 * People who are in a group and not in the next smaller ones inside it, where they are fewer than `k`: showing both
 * would tell of them by one subtraction. Pairs further apart differ by at least as many, so the next ones are enough.
 */
export function smallDifferences(set: GroupSet, k: number): Uint32Array[] {
  const found: Uint32Array[] = [];
  eachNestedPair(set, (outer, inner) => {
    const people = set.n[outer]! - set.n[inner]!;
    if (set.n[inner]! > 0 && people > 0 && people < k) found.push(difference(set, outer, inner));
  });
  return found;
}

/** A group lies in the same group one unit up, and in those with one category less. */
export function eachNestedPair(set: GroupSet, visit: (outer: number, inner: number) => void): void {
  const { breakdowns, tree } = set;
  for (const { dimensions, first, size } of breakdowns) {
    const wider = dimensions.map((without) =>
      breakdownBy(
        set,
        dimensions.filter((one) => one !== without),
      ),
    );
    for (let unit = 0; unit < first.length; unit++) {
      if (first[unit]! < 0) continue;
      const above = tree.parent[unit]!;
      for (let at = 0; at < size; at++) {
        const group = first[unit]! + at;
        if (above >= 0 && first[above]! >= 0) visit(first[above]! + at, group);
        wider.forEach((outer, place) => visit(outer.first[unit]! + indexWithout(set, group, place), group));
      }
    }
  }
}

function breakdownBy({ breakdowns }: GroupSet, dimensions: readonly number[]): GroupSet['breakdowns'][number] {
  return breakdowns.find((one) => one.dimensions.join() === dimensions.join())!;
}

/** At most two dimensions are crossed, so what is left is one category or none. */
function indexWithout({ groups }: GroupSet, group: number, place: number): number {
  return groups[group]!.by.find((_, at) => at !== place)?.category ?? 0;
}

function difference({ start, cells }: GroupSet, outer: number, inner: number): Uint32Array {
  const taken = new Set(cells.subarray(start[inner], start[inner + 1]));
  return cells.subarray(start[outer], start[outer + 1]).filter((cell) => !taken.has(cell));
}
