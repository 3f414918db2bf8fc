import { repair } from '../cells/repair.ts';
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

/** Headings are one line, in Unicode, whatever font the file was typed in: one row is of one hand. */
function headingsIn(row: Row | undefined): string[] {
  return row === undefined ? [] : repair([row]).rows[0]!.cells;
}

function known(kind: Kind, row: Row): number {
  return new Set(headingsIn(row).flatMap((heading) => fieldNamed(kind, heading) ?? [])).size;
}

/** The row with the most headings we know, since a title and the name of the office may stand above it. */
function headingRow(kind: Kind, sheet: Sheet): number {
  const scores = sheet.rows.slice(0, lowestHeading).map((row) => known(kind, row));
  const most = Math.max(...scores);
  return most < 2 ? 0 : scores.indexOf(most);
}

/** Whether the row below goes on with the headings: what "Số lượng" over two merged cells is the number of. */
function goesOn(kind: Kind, headings: readonly string[], below: readonly string[]): boolean {
  const isField = (heading = ''): boolean => fieldNamed(kind, heading) !== undefined;
  return below.some(isField) && below.every((heading, i) => heading === '' || !isField(headings[i]));
}

/** Headings of two rows as one: a cell merged over both stands in the upper row, one merged over columns is told below. */
function joined(kind: Kind, above: readonly string[], middle: readonly string[], below: readonly string[]): string[] {
  const named = new Set([...middle, ...below].map((heading) => fieldNamed(kind, heading)));
  return Array.from({ length: Math.max(above.length, middle.length, below.length) }, (_, i) => {
    const field = fieldNamed(kind, above[i] ?? '');
    const upper = field !== undefined && !named.has(field) ? above[i]! : '';
    return below[i] || middle[i] || upper;
  });
}

/** The sheet as a table: what stands above its headings is left out. */
export function tableIn(kind: Kind, sheet: Sheet): Table {
  const at = headingRow(kind, sheet);
  const [above, middle, next] = [at - 1, at, at + 1].map((i) => headingsIn(sheet.rows[i])) as [
    string[],
    string[],
    string[],
  ];
  const below = goesOn(kind, middle, next) ? next : [];
  const headings = joined(kind, above, middle, below);
  return { sheet: sheet.name, headings, rows: sheet.rows.slice(below.length > 0 ? at + 2 : at + 1) };
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
