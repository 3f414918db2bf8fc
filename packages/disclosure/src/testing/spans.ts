import { rankOf } from './rank.ts';

/**
 * An attacker with linear algebra and patience, for tiny trees. Shares no code with the engine: it knows published
 * totals as 0/1 rows over occupied cells (people attached directly to one node) and tries every small set of cells.
 *
 * Gives the smallest number of people, below `k`, on whom some combination of published totals rests; null when none does.
 */
export function smallestIsolated(
  parent: number[],
  people: number[],
  published: ArrayLike<number>,
  k: number,
): number | null {
  const cells = people.flatMap((n, node) => (n > 0 ? [node] : []));
  const rows = parent.flatMap((_, unit) =>
    published[unit] ? [cells.map((cell) => Number(isWithin(parent, cell, unit)))] : [],
  );
  const full = rankOf(rows);
  let smallest: number | null = null;
  for (let set = 1; set < 2 ** cells.length; set++) {
    const weight = cells.reduce((sum, cell, bit) => sum + (set & (1 << bit) ? people[cell]! : 0), 0);
    if (weight >= (smallest ?? k)) continue;
    // A combination that vanishes outside the set exists exactly when looking outside only loses rank.
    if (rankOf(rows.map((row) => row.filter((_, bit) => !(set & (1 << bit))))) < full) smallest = weight;
  }
  return smallest;
}

export function isWithin(parent: number[], node: number, unit: number): boolean {
  for (let at = node; at >= 0; at = parent[at]!) if (at === unit) return true;
  return false;
}
