import type { RowChangeView } from '@danban/contract';
import type { RowIssue } from '@danban/tables';

/** What importing a table would do to what is stored. Nothing is written while there is a problem. */
export interface Plan<W> {
  problems: RowIssue[];
  notices: RowIssue[];
  changes: RowChangeView[];
  unchanged: number;
  write: W;
}

type Shown = string | number | boolean | null | undefined;

const shown = (value: Shown): string => (value === null || value === undefined ? '' : String(value));

/** The fields in which two things differ, as people are shown them. */
export function differences(
  before: Readonly<Record<string, Shown>>,
  after: Readonly<Record<string, Shown>>,
): RowChangeView['fields'] {
  return Object.keys(after)
    .filter((field) => shown(before[field]) !== shown(after[field]))
    .map((field) => ({ field, from: shown(before[field]), to: shown(after[field]) }));
}

/** Worth a word where the table has no codes: they were made of the names. */
export function codesMade(rows: readonly { id: string | undefined }[]): RowIssue[] {
  return rows.some(({ id }) => id === undefined) ? [{ row: 0, code: 'codes-made' }] : [];
}
