import type { ParticipationView } from '@danban/contract';
import type { CellView } from '@danban/contract';

/** One line of a comparison: a unit with its address, or a group of people. */
export interface CompareRow {
  label: string;
  /** What it stands under together with the rows beside it: the first of two crossed criteria. */
  under?: string | undefined;
  cell: CellView;
  /** How many of those invited answered; a group has no share of its own. */
  participation?: ParticipationView | undefined;
  href?: string | undefined;
  here?: boolean | undefined;
  /** A unit below the one that is shown. */
  below?: boolean | undefined;
}

/** Rows in the sections of a table: those after one another that stand under the same thing. */
export function togetherIn<Row extends Pick<CompareRow, 'under'>>(
  rows: readonly Row[],
): { under: string | undefined; rows: Row[] }[] {
  const sections: { under: string | undefined; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last && last.under === row.under) last.rows.push(row);
    else sections.push({ under: row.under, rows: [row] });
  }
  return sections;
}
