import type { ParticipationView } from '@danban/contract';
import type { CellView } from '@danban/contract';

/** One line of a comparison: a unit with its address, or a group of people. */
export interface CompareRow {
  label: string;
  cell: CellView;
  /** How many of those invited answered; a group has no share of its own. */
  participation?: ParticipationView | undefined;
  href?: string | undefined;
  here?: boolean | undefined;
  /** A unit below the one that is shown. */
  below?: boolean | undefined;
}
