import { writeCsv } from 'hucre/csv';
import { writtenDay } from '../cells/day.ts';
import { fieldsOf, type Kind } from '../columns/fields.ts';
import { headingOf } from '../columns/synonyms.ts';
import { guard } from './guard.ts';
import { valuesOf, type LineOf, type Value } from './lines.ts';

/**
 * Rows as CSV, RFC 4180, with the mark by which Excel knows UTF-8; no cell runs as a formula. Every cell is quoted: a
 * spreadsheet of another country would otherwise cut a name at its semicolon.
 */
export function csvFrom(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map(guard));
  return `${writeCsv(guarded, { bom: true, quoteStyle: 'all' })}\r\n`;
}

function textOf(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? writtenDay(value.day) : String(value);
}

/** The lines as CSV under Vietnamese headings. */
export function csvOf<K extends Kind>(kind: K, lines: readonly LineOf[K][]): string {
  const headings = fieldsOf[kind].map((field) => headingOf(kind, field));
  return csvFrom([headings, ...lines.map((line) => valuesOf(kind, line).map(textOf))]);
}
