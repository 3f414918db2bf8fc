import type { Checks } from './checks.ts';
import type { TableSums } from './sums.ts';
import type { UnitTree } from './tree.ts';

/** Everything a decision about one table rests on. */
export interface Scene {
  readonly checks: Checks;
  readonly tree: UnitTree;
  readonly sums: TableSums;
  /** The units that may show anything of this table, in the fixed order. */
  readonly order: Int32Array;
  readonly k: number;
  readonly sensitive: boolean;
}
