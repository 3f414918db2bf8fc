import type { Checks } from './checks.ts';
import { inFixedOrder } from './order.ts';
import { POLICY } from './policy.ts';
import { nearestMarkedAbove, type UnitTree } from './tree.ts';

/**
 * Which units may show a total at threshold `k` (rules R2 and R6, for a tree): 1 shown, 0 protected, per node.
 *
 * `respondents` are subtree counts, "no answer" included; `within` limits the candidates, for example the sensitive
 * pattern to the ordinary one. Only respondents count, never answers, so the pattern says nothing about answers.
 *
 * Why this is exact and needs no search: for a shown unit P let its remainder be the respondents of P outside the
 * nearest shown units below P. A shown total is the sum of the remainders at and below it, and a remainder is its
 * total minus the totals just below, so remainders and totals span the same space. Remainders are disjoint, hence a
 * combination rests on exactly those remainders it gives a coefficient, and the fewest people any combination can
 * rest on is the smallest non-empty remainder. Keeping every remainder at 0 or at least k is sufficient and necessary.
 *
 * A unit without respondents is never shown: hidden is never zero. Raising `k` never shows a unit that was hidden.
 */
export function publishTotalsChecking(
  checks: Checks,
  tree: UnitTree,
  respondents: Uint32Array,
  k: number,
  within?: Uint8Array,
): Uint8Array {
  if (respondents.length !== tree.parent.length) throw new RangeError('respondents do not fit the tree');
  let shown = within ?? new Uint8Array(tree.parent.length).fill(1);
  // The greedy choice alone may swap a unit for one below it when k rises; nesting the patterns prevents that.
  for (let step = Math.min(k, POLICY.thresholds.unitTotal); step <= k; step++) {
    shown = pattern(checks, tree, respondents, step, shown);
  }
  return shown;
}

function pattern(checks: Checks, tree: UnitTree, respondents: Uint32Array, k: number, within: Uint8Array): Uint8Array {
  const shown = new Uint8Array(tree.parent.length);
  const remainder = respondents.slice();
  for (const node of inFixedOrder(tree, respondents, within)) {
    const n = respondents[node]!;
    if (checks.ownRemainder && n < k) continue;
    const above = nearestMarkedAbove(tree, shown, node);
    if (checks.ancestorRemainder && above >= 0 && isTooFew(remainder[above]! - n, k)) continue;
    shown[node] = 1;
    if (above >= 0) remainder[above]! -= n;
  }
  return shown;
}

function isTooFew(people: number, k: number): boolean {
  return people !== 0 && people < k;
}
