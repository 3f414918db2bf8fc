import type { Lang } from '@danban/i18n';

export type Field = string | number;

/** What spreadsheets of the language take for the end of a field: where a comma ends whole numbers it is no comma. */
const separators: Record<Lang, string> = { vi: ';', en: ',' };
/** The first signs of a formula (also full-width ones), and what a spreadsheet would turn into a date. */
const misread = /^\s*[=+\-@＝＋－＠\t\r\n]|^\d{1,4}([-/]\d{1,4}){1,2}$/;

function written(field: Field, separator: string): string {
  const text = String(field);
  const safe = typeof field === 'string' && misread.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a spreadsheet opens them: RFC 4180 with a byte-order mark, without which Excel does not read Vietnamese. */
export function csvText(rows: readonly (readonly Field[])[], lang: Lang): string {
  const separator = separators[lang];
  const lines = rows.map((row) => row.map((field) => written(field, separator)).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
