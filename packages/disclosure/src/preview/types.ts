import type { ReleasePlan } from '../groups/types.ts';
import type { GroupThresholds } from '../patterns/publishGroups.ts';
import type { UnitTree } from '../tree.ts';
import type { CategoryShares } from './expectedCells.ts';

/** What is expected: who answers where, and how they divide. */
export interface Expected {
  readonly tree: UnitTree;
  readonly plan: ReleasePlan;
  /** People expected to answer, by the unit they belong to. */
  readonly people: Uint32Array;
  /** For each dimension of the plan. */
  readonly shares: readonly CategoryShares[];
  readonly thresholds: GroupThresholds;
  /** Of how many units each is a sample; every one of itself when left out. */
  readonly standsFor?: Float64Array;
}

/** How much is shown of one breakdown (none: unit totals) on one level of the tree, 0 being the top. */
export interface PlanShare {
  readonly dimensions: readonly number[];
  readonly level: number;
  /** Groups with people in them, also where the ladder admits none, and how many of these would be shown. */
  readonly groups: number;
  readonly shown: number;
}

/** What an organizer should know before opening: a code, and numbers for its sentence. People are those who answer. */
export type PlanWarning =
  /** Units of so few that their totals will hardly ever be shown (rule R1), of all in which people answer. */
  | { readonly code: 'units-too-small'; readonly units: number; readonly of: number; readonly fewest: number }
  /** Most people find only totals of units above their own. */
  | { readonly code: 'own-unit-rarely-shown'; readonly percent: number }
  /** No unit is large enough for this breakdown (rule R3); the largest has `people` in `groups`. */
  | {
      readonly code: 'breakdown-never-shown';
      readonly dimensions: readonly number[];
      readonly people: number;
      readonly groups: number;
      readonly least: number;
    }
  /** Nearly everybody is of one category, so that nothing may be told apart (rule R7). */
  | { readonly code: 'one-category'; readonly dimension: number; readonly category: number }
  /** A category of so few, in all units together, that it is shown nowhere. */
  | {
      readonly code: 'category-too-small';
      readonly dimension: number;
      readonly category: number;
      readonly people: number;
      readonly least: number;
    }
  /** Most groups stay hidden: units are too small to be broken down, or groups within them are. */
  | {
      readonly code: 'breakdown-mostly-hidden';
      readonly dimensions: readonly number[];
      readonly shown: number;
      readonly groups: number;
      readonly because: 'units' | 'groups';
    };

export interface PlanPreview {
  /** Unit totals first, then breakdowns in the order of the plan; from the top down. */
  readonly shares: readonly PlanShare[];
  /** People, and how many of them find the total of the very unit they belong to. */
  readonly own: { readonly people: number; readonly shown: number };
  readonly warnings: readonly PlanWarning[];
}
