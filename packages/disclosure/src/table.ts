import { bandedUnits } from './bands.ts';
import { cellsOf, type ProtectedCell } from './cells.ts';
import { ALL_CHECKS, type Checks } from './checks.ts';
import { exactUnits } from './exact.ts';
import { inFixedOrder } from './order.ts';
import { sumTable } from './sums.ts';
import type { UnitTree } from './tree.ts';

export interface Table {
  readonly tree: UnitTree;
  /** The pattern of `publishTotals` at the same threshold. */
  readonly published: Uint8Array;
  /** People attached directly to each node, node-major, `options + 1` columns; column 0 is "no answer". */
  readonly counts: Uint32Array;
  readonly options: number;
  readonly k: number;
  readonly sensitive: boolean;
  /** False for one option of a multi-select question; true when left out. */
  readonly bands?: boolean;
}

/**
 * What each unit may show of one table: a question, a matrix row, or one option of a multi-select (rules R7 and R13).
 *
 * "No answer" is a category and counts in n. A concentrated unit shows a band or nothing; exact units leave no
 * remainder that is concentrated or rests on 1 to k - 1 people. Everything else is `protected`, one label for all.
 *
 * Stricter than the written policy, because bands add up: a band's share follows from n alone, and bands within one
 * region are refused when together with exact figures they would make an answer certain (see `bandedUnits`).
 *
 * A multi-select option is a table with `options: 1`: chosen in column 1, everyone else, silent or not, in column 0,
 * and `bands: false`. Options share their people: "no answer" or an exclusive option shown exactly in one table would
 * use up the few differing answers that a band in another leaves open.
 *
 * What remains open: a reader who runs these rules on guesses of their own may learn from a band that is missing. The
 * figures alone never make anyone's answer certain; `bands: false` closes nearly all of the rest. Where a band allows
 * one differing answer, whoever gave it knows everybody else's; a sensitive question allows two for this reason.
 *
 * Throws when lengths disagree or `k` is not a whole number of at least 2.
 */
export function protectTable(table: Table): ProtectedCell[] {
  return protectTableChecking(ALL_CHECKS, table);
}

export function protectTableChecking(checks: Checks, table: Table): ProtectedCell[] {
  const { tree, published, k, sensitive } = table;
  if (published.length !== tree.parent.length) throw new RangeError('the pattern does not fit the tree');
  if (!Number.isSafeInteger(k) || k < 2) throw new RangeError('a threshold is a whole number of at least 2');
  const sums = sumTable(tree, table.counts, table.options + 1);
  const order = inFixedOrder(tree, sums.n, largeEnough(published, sums.n, k));
  const scene = { checks, tree, sums, order, k, sensitive };
  const units = exactUnits(scene);
  const banded = table.bands === false ? undefined : bandedUnits(scene, units);
  return cellsOf(sums, units.exact, banded, sensitive);
}

function largeEnough(published: Uint8Array, n: Uint32Array, k: number): Uint8Array {
  const candidates = published.slice();
  for (let node = 0; node < n.length; node++) if (n[node]! < k) candidates[node] = 0;
  return candidates;
}
