import { writeCsv } from 'hucre/csv';
import { writtenDay } from '../cells/day.ts';
import { fieldsOf, type Kind } from '../columns/fields.ts';
import { headingOf } from '../columns/synonyms.ts';
import { guard } from './guard.ts';
import { valuesOf, type LineOf, type Value } from './lines.ts';

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return writtenDay(value.day);
  return guard(String(value));
}

/**
 * The lines as CSV under Vietnamese headings, RFC 4180, with the mark by which Excel knows UTF-8. Every cell is quoted:
 * a spreadsheet of another country would otherwise cut a name at its semicolon.
 */
export function csvOf<K extends Kind>(kind: K, lines: readonly LineOf[K][]): string {
  const headings = fieldsOf[kind].map((field) => headingOf(kind, field));
  const rows = [headings, ...lines.map((line) => valuesOf(kind, line).map(cell))];
  return `${writeCsv(rows, { bom: true, quoteStyle: 'all' })}\r\n`;
}
