import { readAs, writingsOf } from '@danban/text';
import type { Row, Sheet } from '../file/sheet.ts';
import type { Columns, Field, Kind } from './fields.ts';
import { fieldNamed } from './synonyms.ts';

/** A sheet whose headings have been found. */
export interface Table {
  sheet: string;
  headings: string[];
  rows: Row[];
}

const lowestHeading = 20;

/** Headings are one line, in Unicode, whatever font the file was typed in. */
function headingIn(cell: string): string {
  return readAs(writingsOf(cell)[0] ?? 'unicode', cell)
    .replace(/\s+/g, ' ')
    .trim();
}

function known(kind: Kind, row: Row): number {
  return new Set(row.cells.map((cell) => fieldNamed(kind, headingIn(cell))).filter(Boolean)).size;
}

/** The row with the most headings we know, since a title and the name of the office may stand above it. */
function headingRow(kind: Kind, sheet: Sheet): number {
  const scores = sheet.rows.slice(0, lowestHeading).map((row) => known(kind, row));
  const most = Math.max(...scores);
  return most < 2 ? 0 : scores.indexOf(most);
}

/** The sheet as a table: what stands above its headings is left out. */
export function tableIn(kind: Kind, sheet: Sheet): Table {
  const at = headingRow(kind, sheet);
  const headings = sheet.rows[at]!.cells.map(headingIn);
  return { sheet: sheet.name, headings, rows: sheet.rows.slice(at + 1) };
}

/** The sheet that looks most like this kind of table; the first one where none does. */
export function sheetFor(kind: Kind, sheets: readonly Sheet[]): Sheet {
  const scores = sheets.map((sheet) => known(kind, sheet.rows[headingRow(kind, sheet)]!));
  return sheets[scores.indexOf(Math.max(...scores))]!;
}

/** The columns as their headings name them, the leftmost first. */
export function guessColumns(kind: Kind, headings: readonly string[]): Columns {
  const columns: Partial<Record<Field, number>> = {};
  headings.forEach((heading, i) => {
    const field = fieldNamed(kind, heading);
    if (field !== undefined) columns[field] ??= i;
  });
  return columns;
}
