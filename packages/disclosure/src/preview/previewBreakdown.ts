import { isConcentrated } from '../concentration.ts';
import { groupsOnLadder } from '../groups/groupsOf.ts';
import type { Breakdown, GroupSet, InnerCells, ReleasePlan } from '../groups/types.ts';
import { publishGroups } from '../patterns/publishGroups.ts';
import { POLICY, type Ladder } from '../policy.ts';
import { expectedCells } from './expectedCells.ts';
import { largeUnits } from './largeUnits.ts';
import { occupiedGroups } from './occupied.ts';
import type { Expected } from './types.ts';

/** What would be shown of one breakdown, per unit: groups with people in them, those shown, and whether it is admitted. */
export interface Looked {
  readonly dimensions: readonly number[];
  /** Fewest people of a unit that is broken down in this way. */
  readonly least: number;
  readonly groups: Uint32Array;
  readonly shown: Uint32Array;
}

/** One breakdown beside the totals of units; `n` are people with everybody below. */
export function previewBreakdown(expected: Expected, n: Uint32Array, dimensions: readonly number[]): Looked {
  const plan = planOf(expected, dimensions);
  const shares = dimensions.map((dimension) => expected.shares[dimension] ?? []);
  const all = expectedCells(plan, expected.people, shares);
  const groups = occupiedGroups(expected.tree, plan, all);
  const least = leastFor(dimensions);
  const shown = new Uint32Array(n.length);
  // Pairs are many: only units that may have them are looked at, with everybody below.
  const { tree, inner, unit } = dimensions.length > 1 ? largeUnits(expected.tree, n, all, least) : whole(expected, all);
  const set = groupsOnLadder(ladderFor(dimensions), tree, plan, inner);
  const { ordinary } = publishGroups(set, inner, { thresholds: expected.thresholds, ledger: [], seed: 1 });
  const breakdown = set.breakdowns.at(-1)!;
  unit.forEach((place, at) => (shown[place] = isTold(set, dimensions, at) ? shownIn(set, breakdown, at, ordinary) : 0));
  return { dimensions, least, groups, shown };
}

function planOf({ plan }: Expected, dimensions: readonly number[]): ReleasePlan {
  return {
    dimensions: dimensions.map((dimension) => plan.dimensions[dimension]!),
    crossed: dimensions.length > 1 ? [[0, 1]] : [],
  };
}

const whole = ({ tree }: Expected, inner: InnerCells) => ({ tree, inner, unit: [...tree.parent.keys()] });

function leastFor(dimensions: readonly number[]): number {
  const { oneDimension, allDimensions, crossed } = POLICY.ladder;
  if (dimensions.length === 0) return 0;
  if (dimensions.length > 1) return crossed;
  return dimensions[0] === 0 ? oneDimension : allDimensions;
}

/** Alone, every dimension is the first of its plan: it keeps the rung of its rank. */
function ladderFor(dimensions: readonly number[]): Ladder {
  return dimensions.length === 1 ? { ...POLICY.ladder, oneDimension: leastFor(dimensions) } : POLICY.ladder;
}

/** A breakdown stands beside the exact table of its own question, which a unit of (nearly) one mind does not have. */
function isTold({ n, breakdowns }: GroupSet, dimensions: readonly number[], unit: number): boolean {
  return dimensions.every((_, at) => {
    const { first, size } = breakdowns[at + 1]!;
    const from = first[unit]!;
    return from < 0 || !isConcentrated(n[unit]!, Math.max(...n.subarray(from, from + size)), false);
  });
}

function shownIn({ n }: GroupSet, { first, size }: Breakdown, unit: number, shown: Uint8Array): number {
  const from = first[unit]!;
  if (from < 0) return 0;
  let count = 0;
  for (let group = from; group < from + size; group++) if (n[group]! > 0) count += shown[group]!;
  return count;
}
