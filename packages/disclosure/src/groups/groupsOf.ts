import { POLICY, type Ladder } from '../policy.ts';
import { subtreeTotals, type UnitTree } from '../tree.ts';
import { admits } from './ladder.ts';
import type { Breakdown, Group, GroupSet, InnerCells, ReleasePlan } from './types.ts';

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
  const breakdowns = layOut(plan, inner, respondents, ladder);
  const groups = listed(plan, breakdowns, tree.parent.length);
  return { groups, breakdowns, tree, inner, ...columnsOf({ tree, inner, breakdowns }, groups.length) };
}

/** Which groups there are: numbers run through the unit totals, then from unit to unit through its breakdowns. */
function layOut(plan: ReleasePlan, inner: InnerCells, respondents: Uint32Array, ladder: Ladder): Breakdown[] {
  const breakdowns = [[], ...plan.dimensions.map((_, dimension) => [dimension]), ...plan.crossed].map((dimensions) => ({
    dimensions,
    size: dimensions.reduce((size, dimension) => size * (plan.dimensions[dimension]!.categories + 1), 1),
    first: new Int32Array(respondents.length).fill(-1),
    place: Uint16Array.from(inner.unit, (_, cell) => combinationOf(plan, inner, cell, dimensions)),
  }));
  const [totals, ...finer] = breakdowns;
  let next = respondents.length;
  respondents.forEach((n, unit) => {
    totals!.first[unit] = unit;
    for (const { dimensions, size, first } of finer) {
      if (!admits(ladder, n, dimensions)) continue;
      first[unit] = next;
      next += size;
    }
  });
  return breakdowns;
}

function listed(plan: ReleasePlan, breakdowns: readonly Breakdown[], units: number): Group[] {
  const groups: Group[] = [];
  for (const { dimensions, first } of breakdowns) {
    const combined = combinations(plan, dimensions);
    for (let unit = 0; unit < units; unit++) {
      if (first[unit]! >= 0) combined.forEach((by, at) => (groups[first[unit]! + at] = { unit, by }));
    }
  }
  return groups;
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
  readonly inner: InnerCells;
  readonly breakdowns: readonly Breakdown[];
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

function eachMembership({ tree, inner, breakdowns }: Layout, visit: (group: number, cell: number) => void): void {
  for (const { first, place } of breakdowns) {
    for (let cell = 0; cell < inner.unit.length; cell++) {
      const at = place[cell]!;
      for (let unit = inner.unit[cell]!; unit >= 0; unit = tree.parent[unit]!) {
        if (first[unit]! >= 0) visit(first[unit]! + at, cell);
      }
    }
  }
}

function combinationOf(plan: ReleasePlan, { values }: InnerCells, cell: number, dimensions: readonly number[]): number {
  let at = 0;
  for (const dimension of dimensions) {
    const value = values[cell * plan.dimensions.length + dimension]!;
    at = at * (plan.dimensions[dimension]!.categories + 1) + value;
  }
  return at;
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
