import type { Columns, Field, Kind } from '../columns/fields.ts';
import { searchKey } from '@danban/text';
import { countIn } from '../cells/count.ts';
import { dayIn } from '../cells/day.ts';
import { codeOf, type WordList } from '../cells/words.ts';
import { exampleKey } from '../write/examples.ts';
import { unguard } from '../write/guard.ts';
import type { Row } from '../file/sheet.ts';

/** Something wrong in a row, or worth knowing; the sentence is the page's. */
export interface RowIssue {
  row: number;
  field?: Field;
  code: string;
  params?: Record<string, string | number>;
}

type Params = Record<string, string | number>;

/** The cells of one row by their fields. What cannot be understood becomes an issue and counts as blank. */
export class Cells {
  readonly #cells: readonly string[];
  readonly #columns: Columns;
  readonly row: number;
  readonly issues: RowIssue[] = [];

  constructor(row: Row, columns: Columns) {
    this.row = row.number;
    this.#cells = row.cells;
    this.#columns = columns;
  }

  wrong(field: Field, code: string, params?: Params): undefined {
    this.issues.push({ row: this.row, field, code, ...(params === undefined ? {} : { params }) });
    return undefined;
  }

  /** Blank, and a column the file does not have, are `undefined`: nothing is said. */
  text(field: Field, most = 300): string | undefined {
    const column = (this.#columns as Readonly<Partial<Record<Field, number>>>)[field];
    const cell = column === undefined ? undefined : this.#cells[column];
    if (cell === undefined || cell === '') return undefined;
    const text = unguard(cell);
    return text.length > most ? this.wrong(field, 'cell-too-long', { most }) : text;
  }

  required(field: Field): string | undefined {
    return this.text(field) ?? (this.issues.some((issue) => issue.field === field) ? undefined : this.missing(field));
  }

  missing(field: Field): undefined {
    return this.wrong(field, 'cell-missing');
  }

  count(field: Field): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return countIn(text) ?? this.wrong(field, 'not-a-count', { text: text.slice(0, 40) });
  }

  day(field: Field): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return dayIn(text) ?? this.wrong(field, 'not-a-written-day', { text: text.slice(0, 40) });
  }

  word(field: Field, list: WordList, code: string): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return codeOf(list, text) ?? this.wrong(field, code, { text: text.slice(0, 60) });
  }

  yesNo(field: Field): boolean | undefined {
    const code = this.word(field, 'cell', 'not-yes-or-no');
    return code === undefined ? undefined : code === 'yes';
  }
}

/** What a table says: its rows that can be understood, what is wrong with the others, what is worth knowing. */
export interface Understood<T> {
  rows: T[];
  issues: RowIssue[];
  notices: RowIssue[];
}

const sums = new Set(['tong', 'tong cong', 'cong', 'tong so', 'total', 'sum']);

const isSum = (cell: string): boolean => sums.has(searchKey(cell));

/** The row under a list that adds it up. */
function addsUp({ cells }: Row, key: string | undefined): boolean {
  return (key === undefined || isSum(key)) && cells.some(isSum);
}

function leftOutAs(kind: Kind, row: Row, cells: Cells): string | undefined {
  const [field, example] = exampleKey[kind];
  const key = cells.text(field);
  if (key === example) return 'example-left-out';
  return addsUp(row, key) ? 'sum-left-out' : undefined;
}

/** Reads row by row, the example of our templates and sums left out. `read` gives `undefined` where nothing can be said. */
export function understand<T>(
  kind: Kind,
  rows: readonly Row[],
  columns: Columns,
  read: (cells: Cells) => T | undefined,
): Understood<T> {
  const found: Understood<T> = { rows: [], issues: [], notices: [] };
  for (const row of rows) {
    const cells = new Cells(row, columns);
    const leftOut = leftOutAs(kind, row, cells);
    if (leftOut !== undefined) {
      found.notices.push({ row: row.number, code: leftOut });
      continue;
    }
    const one = read(cells);
    found.issues.push(...cells.issues);
    if (one !== undefined) found.rows.push(one);
  }
  return found;
}

/** Rows whose key an earlier row has. */
export function duplicates<T extends { row: number }>(
  rows: readonly T[],
  field: Field<Kind>,
  keyOf: (row: T) => string,
): RowIssue[] {
  const first = new Map<string, number>();
  return rows.flatMap((one) => {
    const key = keyOf(one);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, one.row);
      return [];
    }
    return [{ row: one.row, field, code: 'row-twice', params: { first: earlier } }];
  });
}
