import { rankOf } from './rank.ts';

/**
 * An attacker with linear algebra and patience, for small worlds of groups. Shares no code with the engine: dense
 * matrices, another prime, and every set of cells that holds too few people is tried.
 */
export interface SmallWorld {
  /** People per inner cell. */
  readonly weight: readonly number[];
  /** What is shown, as lists of cells. */
  readonly shown: readonly (readonly number[])[];
}

/** A largest set of cells with fewer than `k` people on which some combination rests; null when there is none. */
export function isolatedCells({ weight, shown }: SmallWorld, k: number): number[] | null {
  const rows = shown.map((cells) => weight.map((_, cell) => Number(cells.includes(cell))));
  const full = rankOf(rows);
  const search = (from: number, chosen: number[], people: number): number[] | null => {
    let isLargest = true;
    for (let cell = from; cell < weight.length; cell++) {
      if (people + weight[cell]! >= k) continue;
      isLargest = false;
      const found = search(cell + 1, [...chosen, cell], people + weight[cell]!);
      if (found) return found;
    }
    // A combination vanishes outside of the set exactly when looking outside only loses rank.
    if (!isLargest || chosen.length === 0) return null;
    return rankOf(rows.map((row) => row.filter((_, cell) => !chosen.includes(cell)))) < full ? chosen : null;
  };
  return search(0, [], 0);
}

/** Whether a group can be computed from what is shown. */
export function isComputable({ weight, shown }: SmallWorld, group: readonly number[]): boolean {
  const dense = (cells: readonly number[]): number[] => weight.map((_, cell) => Number(cells.includes(cell)));
  const rows = shown.map(dense);
  return rankOf([...rows, dense(group)]) === rankOf(rows);
}
