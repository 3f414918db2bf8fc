import type { Checks } from './checks.ts';
import { isConcentrated } from './concentration.ts';
import type { TableSums } from './sums.ts';
import { nearestMarkedAbove, type UnitTree } from './tree.ts';

export interface ExactUnits {
  /** 1 where the table is shown exactly. */
  readonly exact: Uint8Array;
  /** Counts of each exact unit outside the exact units below it; meaningless elsewhere. */
  readonly remainder: Uint32Array;
}

/** The units among `order` that may show their counts: neither they nor what is left above them is concentrated. */
export function exactUnits(
  checks: Checks,
  tree: UnitTree,
  sums: TableSums,
  order: Int32Array,
  k: number,
  sensitive: boolean,
): ExactUnits {
  const exact = new Uint8Array(tree.parent.length);
  const remainder = sums.counts.slice();
  for (const node of order) {
    if (checks.concentration && isConcentrated(sums.n[node]!, sums.modalCount[node]!, sensitive)) continue;
    const above = nearestMarkedAbove(tree, exact, node);
    if (checks.tableRemainder && above >= 0 && !leavesSafeRemainder(sums, remainder, above, node, k, sensitive))
      continue;
    exact[node] = 1;
    if (above >= 0) takeOut(sums, remainder, above, node);
  }
  return { exact, remainder };
}

function leavesSafeRemainder(
  { width, counts }: TableSums,
  remainder: Uint32Array,
  above: number,
  node: number,
  k: number,
  sensitive: boolean,
): boolean {
  let people = 0;
  let most = 0;
  for (let column = 0; column < width; column++) {
    const left = remainder[above * width + column]! - counts[node * width + column]!;
    people += left;
    if (left > most) most = left;
  }
  return people === 0 || (people >= k && !isConcentrated(people, most, sensitive));
}

function takeOut({ width, counts }: TableSums, remainder: Uint32Array, above: number, node: number): void {
  for (let column = 0; column < width; column++) {
    remainder[above * width + column]! -= counts[node * width + column]!;
  }
}
