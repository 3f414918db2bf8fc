import type { Lang } from '@danban/i18n';
import { writeCsv } from 'hucre/csv';
import { writtenDay } from '../cells/day.ts';
import { fieldsOf, type Kind } from '../columns/fields.ts';
import { headingOf } from '../columns/synonyms.ts';
import { guard } from './guard.ts';
import { valuesOf, type LineOf, type Value } from './lines.ts';

/** What spreadsheets of the language take for the end of a cell: where a comma ends whole numbers it is no comma. */
const separators: Readonly<Record<Lang, string>> = { vi: ';', en: ',' };

function written(value: Value): string | number {
  if (typeof value === 'string') return guard(value);
  return typeof value === 'object' ? writtenDay(value?.day ?? '') : value;
}

/**
 * Rows as a spreadsheet of the language opens them: RFC 4180 with a byte-order mark, without which Excel does not read
 * Vietnamese. Numbers and days are written as they are; no text runs as a formula or becomes a day.
 */
export function csvText(rows: readonly (readonly Value[])[], lang: Lang): string {
  const cells = rows.map((row) => row.map(written));
  return `${writeCsv(cells, { bom: true, delimiter: separators[lang] })}\r\n`;
}

/** Further rows of a file that is written piece by piece: only its beginning says how it is written. */
export function csvMore(rows: readonly (readonly Value[])[], lang: Lang): string {
  return csvText(rows, lang).replace(/^\uFEFF/, '');
}

/** The lines as CSV under Vietnamese headings, for a spreadsheet in Vietnamese. */
export function csvOf<K extends Kind>(kind: K, lines: readonly LineOf[K][]): string {
  const headings = fieldsOf[kind].map((field) => headingOf(kind, field));
  return csvText([headings, ...lines.map((line) => valuesOf(kind, line))], 'vi');
}
