import { POLICY, type Ladder } from '../policy.ts';
import { subtreeTotals, type UnitTree } from '../tree.ts';
import { breakdownsOf } from './ladder.ts';
import type { Group, GroupSet, InnerCells, ReleasePlan } from './types.ts';

/** The cells of one breakdown of one unit: groups from `first` on, the first dimension's category turning slowest. */
interface Breakdown {
  readonly dimensions: readonly number[];
  readonly first: number;
}

/**
 * Every group a release may show (rules R3 and R5), in a fixed order: the total of every unit (group i is unit i), then
 * for each unit the breakdowns its number of respondents admits. Categories nobody chose are groups, too: a missing row
 * would tell what a protected one does not.
 *
 * Throws when the lengths or values of the inner cells do not fit the tree and the plan.
 */
export function groupsOf(tree: UnitTree, plan: ReleasePlan, inner: InnerCells): GroupSet {
  return groupsOnLadder(POLICY.ladder, tree, plan, inner);
}

export function groupsOnLadder(ladder: Ladder, tree: UnitTree, plan: ReleasePlan, inner: InnerCells): GroupSet {
  validateInner(tree, plan, inner);
  const respondents = respondentsOf(tree, inner);
  const groups: Group[] = Array.from(tree.parent, (_, unit) => ({ unit, by: [] }));
  const breakdowns = Array.from(tree.parent, (_, unit) =>
    breakdownsOf(plan, respondents[unit]!, ladder).map((dimensions): Breakdown => {
      const first = groups.length;
      for (const by of combinations(plan, dimensions)) groups.push({ unit, by });
      return { dimensions, first };
    }),
  );
  return { groups, tree, inner, ...columnsOf({ tree, plan, inner, breakdowns }, groups.length) };
}

function respondentsOf(tree: UnitTree, { unit, weight }: InnerCells): Uint32Array {
  const direct = new Uint32Array(tree.parent.length);
  unit.forEach((at, cell) => (direct[at]! += weight[cell]!));
  return subtreeTotals(tree, direct, 1);
}

function combinations(plan: ReleasePlan, dimensions: readonly number[]): Group['by'][] {
  return dimensions.reduce<Group['by'][]>(
    (lists, dimension) =>
      lists.flatMap((list) =>
        Array.from({ length: plan.dimensions[dimension]!.categories + 1 }, (_, category) => [
          ...list,
          { dimension, category },
        ]),
      ),
    [[]],
  );
}

interface Layout {
  readonly tree: UnitTree;
  readonly plan: ReleasePlan;
  readonly inner: InnerCells;
  readonly breakdowns: readonly (readonly Breakdown[])[];
}

/** Two passes over all memberships: how long each column is, then what stands in it. */
function columnsOf(layout: Layout, groups: number): Pick<GroupSet, 'n' | 'start' | 'cells'> {
  const n = new Uint32Array(groups);
  const start = new Uint32Array(groups + 1);
  const { weight } = layout.inner;
  eachMembership(layout, (group, cell) => {
    n[group]! += weight[cell]!;
    start[group + 1]!++;
  });
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!;
  const cells = new Uint32Array(start[groups]!);
  const next = start.slice();
  eachMembership(layout, (group, cell) => (cells[next[group]!++] = cell));
  return { n, start, cells };
}

function eachMembership({ tree, plan, inner, breakdowns }: Layout, visit: (group: number, cell: number) => void): void {
  const width = plan.dimensions.length;
  for (let cell = 0; cell < inner.unit.length; cell++) {
    for (let unit = inner.unit[cell]!; unit >= 0; unit = tree.parent[unit]!) {
      visit(unit, cell);
      for (const { dimensions, first } of breakdowns[unit]!) {
        let at = 0;
        for (const dimension of dimensions) {
          at = at * (plan.dimensions[dimension]!.categories + 1) + inner.values[cell * width + dimension]!;
        }
        visit(first + at, cell);
      }
    }
  }
}

function validateInner({ parent }: UnitTree, { dimensions }: ReleasePlan, inner: InnerCells): void {
  const { unit, values, batch, weight } = inner;
  const width = dimensions.length;
  if (values.length !== unit.length * width || batch.length !== unit.length || weight.length !== unit.length) {
    throw new RangeError('inner cells do not fit the plan');
  }
  if (unit.some((at) => at >= parent.length)) throw new RangeError('an inner cell lies outside the tree');
  values.forEach((value, at) => {
    if (value > dimensions[at % width]!.categories) throw new RangeError('a value lies outside its dimension');
  });
}
