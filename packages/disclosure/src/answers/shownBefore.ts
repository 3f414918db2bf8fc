import { allowedDissent } from '../concentration.ts';
import type { Column } from '../groups/types.ts';

/** What an earlier release showed of a group in the same table: its counts, or a band on one option of everybody in it. */
export type ShownBefore = CountsBefore | BandBefore;

export interface CountsBefore {
  readonly column: Column;
  readonly counts: ArrayLike<number>;
}

export interface BandBefore {
  readonly column: Column;
  readonly option: number;
}

/** At least so many gave the answer that a band of `people` names. */
export function leastTold(people: number, sensitive: boolean): number {
  return people - allowedDissent(people, sensitive);
}
