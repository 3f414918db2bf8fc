import { protectQuestionChecking } from '../answers/protectQuestion.ts';
import type { ProtectedCell } from '../cells.ts';
import { ALL_CHECKS, type Checks, EVERY_CHECK } from '../checks.ts';
import { groupsOf } from '../groups/groupsOf.ts';
import { publishTotalsChecking } from '../totals.ts';
import { subtreeTotals, type UnitTree } from '../tree.ts';
import { innerOf } from './organisations.ts';

/** A question of units alone: people attached directly to each node, node-major, `options + 1` columns. */
export interface TreeTable {
  readonly tree: UnitTree;
  readonly published: Uint8Array;
  readonly counts: Uint32Array;
  readonly options: number;
  readonly k: number;
  readonly sensitive: boolean;
  readonly bands?: boolean;
}

/** What each unit may show. */
export function protectTree(table: TreeTable, checks: Checks = ALL_CHECKS): ProtectedCell[] {
  const { tree, published, counts, ...rest } = table;
  const width = table.options + 1;
  const cells = [...tree.parent.keys()].flatMap((unit) => {
    const weight = counts.subarray(unit * width, (unit + 1) * width).reduce((sum, people) => sum + people, 0);
    return weight > 0 ? [{ unit, values: [], weight }] : [];
  });
  const set = groupsOf(tree, { dimensions: [], crossed: [] }, innerOf(cells));
  const patterns = { ordinary: published, sensitive: published };
  const question = { ...rest, counts: subtreeTotals(tree, counts, width) };
  return protectQuestionChecking({ ...EVERY_CHECK, ...checks }, set, patterns, question).cells;
}

export function publishTree(tree: UnitTree, respondents: Uint32Array, k: number, within?: Uint8Array): Uint8Array {
  return publishTotalsChecking(ALL_CHECKS, tree, respondents, k, within);
}
