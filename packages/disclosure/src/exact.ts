import { isConcentrated } from './concentration.ts';
import type { Scene } from './scene.ts';
import type { TableSums } from './sums.ts';
import { nearestMarkedAbove } from './tree.ts';

export interface ExactUnits {
  /** 1 where the table is shown exactly. */
  readonly exact: Uint8Array;
  /** Counts of each exact unit outside the exact units below it; meaningless elsewhere. */
  readonly remainder: Uint32Array;
}

/** The units that may show their counts: neither they nor what is left of the unit above them is concentrated. */
export function exactUnits(scene: Scene): ExactUnits {
  const { checks, tree, sums, order, sensitive } = scene;
  const exact = new Uint8Array(tree.parent.length);
  const remainder = sums.counts.slice();
  for (const node of order) {
    if (checks.concentration && isConcentrated(sums.n[node]!, sums.modalCount[node]!, sensitive)) continue;
    const above = nearestMarkedAbove(tree, exact, node);
    if (checks.tableRemainder && above >= 0 && !leavesSafeRemainder(scene, remainder, above, node)) continue;
    exact[node] = 1;
    if (above >= 0) takeOut(sums, remainder, above, node);
  }
  return { exact, remainder };
}

function leavesSafeRemainder(
  { sums: { width, counts }, k, sensitive }: Scene,
  remainder: Uint32Array,
  above: number,
  node: number,
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
