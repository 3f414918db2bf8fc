import type { Column } from '../groups/types.ts';

/** A group whose counts of the same table an earlier release showed. */
export interface ShownBefore {
  readonly column: Column;
  readonly counts: ArrayLike<number>;
}
