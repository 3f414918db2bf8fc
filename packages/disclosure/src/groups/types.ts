import type { UnitTree } from '../tree.ts';

/** A single-choice question by which results may be broken down. Values are 0 ("no answer") to `categories`. */
export interface Dimension {
  readonly categories: number;
}

/** What the organizer declares before opening (rule R4): ranked dimensions, and pairs that may be crossed. */
export interface ReleasePlan {
  readonly dimensions: readonly Dimension[];
  readonly crossed: readonly (readonly [number, number])[];
}

/**
 * Occupied inner cells: people attached directly to a unit, with one value per dimension, first counted in one release.
 *
 * `values` is cell-major, as many columns as the plan has dimensions; `weight` is people. No two cells need to differ.
 */
export interface InnerCells {
  readonly unit: Uint32Array;
  readonly values: Uint8Array;
  readonly batch: Uint16Array;
  readonly weight: Uint32Array;
}

/** People of a unit and everything below it; with `by`, those of them who chose these categories. */
export interface Group {
  readonly unit: number;
  readonly by: readonly { readonly dimension: number; readonly category: number }[];
}

/** The groups that break units down in one way; without dimensions, the unit totals. */
export interface Breakdown {
  readonly dimensions: readonly number[];
  /** Groups per unit: one for each combination of categories, the last dimension's turning fastest. */
  readonly size: number;
  /** The first of them for each unit, or -1 for a unit that has none. */
  readonly first: Int32Array;
  /** Which of a unit's groups each inner cell lies in, if the unit has them. */
  readonly place: Uint16Array;
}

/** Groups as columns over inner cells: group g consists of `cells[start[g]]` to `cells[start[g + 1] - 1]`, ascending. */
export interface GroupSet {
  readonly groups: readonly Group[];
  /** Respondents of each group. */
  readonly n: Uint32Array;
  readonly start: Uint32Array;
  readonly cells: Uint32Array;
  /** By rank: unit totals, single dimensions, pairs. */
  readonly breakdowns: readonly Breakdown[];
  /** What the groups were made of. */
  readonly tree: UnitTree;
  readonly inner: InnerCells;
}

/** What an earlier release showed of one group, as inner cells of today. */
export interface Column {
  readonly cells: Uint32Array;
  /** Whether sensitive questions were shown for it, too. */
  readonly sensitive: boolean;
}
