import type { Breakdown, GroupSet, InnerCells, ReleasePlan } from '../groups/types.ts';
import { groupsOf } from '../groups/groupsOf.ts';
import { publishGroups, type GroupThresholds } from '../patterns/publishGroups.ts';
import type { UnitTree } from '../tree.ts';

/** What an organizer should know before opening: a code, and numbers for its sentence. */
export type PlanWarning =
  /** Most cells of a breakdown would stay hidden in units of up to `unitsBelow` people. */
  | {
      readonly code: 'breakdown-mostly-hidden';
      readonly dimensions: readonly number[];
      readonly percent: number;
      readonly unitsBelow: number;
    }
  /** A unit would be broken down into groups most of which are too small. */
  | {
      readonly code: 'unit-too-small-for-breakdown';
      readonly unit: number;
      readonly people: number;
      readonly groups: number;
    }
  /** A unit of so few that its total will hardly ever be shown; it could be merged into the unit above it. */
  | {
      readonly code: 'unit-too-small';
      readonly unit: number;
      readonly people: number;
      readonly mergeInto: number | null;
    };

export interface PlanShare {
  readonly dimensions: readonly number[];
  readonly level: number;
  /** Groups with people in them, and how many of these would be shown. */
  readonly groups: number;
  readonly shown: number;
}

export interface PlanPreview {
  readonly shares: readonly PlanShare[];
  readonly warnings: readonly PlanWarning[];
}

/** Units of fewer invited are hardly ever shown, even when most of them answer (rule R1). */
const FEWEST_INVITED = 8;
const SMALL_UNIT = 50;

/**
 * What a release would show if as many people answered as expected (rules R1 to R6): the share of groups shown per
 * breakdown and level of the tree, unit totals first, and warnings. Pure: the same plan gives the same preview.
 */
export function previewPlan(
  tree: UnitTree,
  plan: ReleasePlan,
  expected: InnerCells,
  thresholds: GroupThresholds,
): PlanPreview {
  const set = groupsOf(tree, plan, expected);
  const { ordinary } = publishGroups(set, expected, { thresholds, ledger: [], seed: 1 });
  const shares = set.breakdowns.flatMap((breakdown) => sharesOf(set, breakdown, ordinary));
  return { shares, warnings: [...smallUnits(set), ...hiddenBreakdowns(set, ordinary), ...thinUnits(set, thresholds)] };
}

function sharesOf(set: GroupSet, breakdown: Breakdown, shown: Uint8Array): PlanShare[] {
  const byLevel: { groups: number; shown: number }[] = [];
  eachGroup(set, breakdown, (group, unit) => {
    const level = levelOf(set.tree, unit);
    const count = (byLevel[level] ??= { groups: 0, shown: 0 });
    count.groups++;
    count.shown += shown[group]!;
  });
  return byLevel.flatMap((count, level) => ({ dimensions: breakdown.dimensions, level, ...count }));
}

function eachGroup({ n }: GroupSet, { first, size }: Breakdown, visit: (group: number, unit: number) => void): void {
  first.forEach((from, unit) => {
    for (let group = from; from >= 0 && group < from + size; group++) if (n[group]! > 0) visit(group, unit);
  });
}

function levelOf({ parent }: UnitTree, unit: number): number {
  let level = 0;
  for (let above = parent[unit]!; above >= 0; above = parent[above]!) level++;
  return level;
}

function smallUnits({ tree, n }: GroupSet): PlanWarning[] {
  return [...tree.parent].flatMap((above, unit): PlanWarning[] =>
    n[unit]! < FEWEST_INVITED
      ? [{ code: 'unit-too-small', unit, people: n[unit]!, mergeInto: above < 0 ? null : above }]
      : [],
  );
}

function hiddenBreakdowns(set: GroupSet, shown: Uint8Array): PlanWarning[] {
  return set.breakdowns.slice(1).flatMap((breakdown): PlanWarning[] => {
    let [groups, hidden, largest] = [0, 0, 0];
    eachGroup(set, breakdown, (group, unit) => {
      groups++;
      if (shown[group] === 1) return;
      hidden++;
      largest = Math.max(largest, set.n[unit]!);
    });
    if (hidden * 2 <= groups) return [];
    const percent = Math.round((hidden * 100) / groups);
    return [
      {
        code: 'breakdown-mostly-hidden',
        dimensions: breakdown.dimensions,
        percent,
        unitsBelow: Math.max(largest + 1, SMALL_UNIT),
      },
    ];
  });
}

/** Units that the ladder breaks down although most of the groups are under the threshold of a cell. */
function thinUnits(set: GroupSet, { breakdown: least }: GroupThresholds): PlanWarning[] {
  const [, ...finer] = set.breakdowns;
  return [...set.tree.parent.keys()].flatMap((unit) =>
    finer.flatMap(({ first, size }): PlanWarning[] => {
      if (first[unit]! < 0) return [];
      const sizes = [...set.n.subarray(first[unit], first[unit]! + size)].filter((people) => people > 0);
      const small = sizes.filter((people) => people < least).length;
      if (small * 2 <= sizes.length) return [];
      return [{ code: 'unit-too-small-for-breakdown', unit, people: set.n[unit]!, groups: sizes.length }];
    }),
  );
}
