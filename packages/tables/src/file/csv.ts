import { decodeText } from '@danban/files';
import { detectDelimiter, parseCsv } from 'hucre/csv';
import { refuse, type Read } from './issue.ts';
import { Collector, type Sheet } from './sheet.ts';

/** Excel writes the separator into the first line when it is not the one of the country. */
const directive = /^sep=(.)\r?\n/i;

/** A picture or a program decoded as text is full of these. */
// eslint-disable-next-line no-control-regex
const binary = /[\u0000-\u0008\u000e-\u001f]/;

const separators = [';', ',', '\t', '|'];

/** Whether every quote stands where RFC 4180 has one when cells end at `separator`: around a cell, or doubled within. */
function isWellQuoted(text: string, separator: string): boolean {
  const cell = new RegExp(`(?:"[^"]*(?:""[^"]*)*(?:"|$)|[^"\\r\\n${separator}]*)(?:[\\r\\n${separator}]|$)`, 'y');
  while (cell.lastIndex < text.length) if (!cell.test(text)) return false;
  return true;
}

const cellsAbove = (text: string, separator: string): number =>
  parseCsv(text, { delimiter: separator })[0]?.length ?? 0;

/** A guess by counting takes a comma in a quoted name for a separator; where its quotes make no sense another is looked for. */
function separatorOf(text: string): string {
  const guess = detectDelimiter(text);
  if (isWellQuoted(text, guess)) return guess;
  const others = separators.filter((separator) => isWellQuoted(text, separator));
  return others.sort((a, b) => cellsAbove(text, b) - cellsAbove(text, a))[0] ?? guess;
}

/** The one sheet of a text file: `,`, `;`, tab or `|` between fields, RFC 4180 quotes. */
export function readCsv(bytes: Uint8Array): Read<Sheet[]> {
  const text = decodeText(bytes);
  if (binary.test(text.slice(0, 10_000))) return refuse('not-a-table');
  if (/^\s*</.test(text)) return refuse('web-page');
  const told = directive.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const delimiter = told?.[1] ?? separatorOf(body.slice(0, 100_000));
  const collector = new Collector();
  collector.begin('');
  const above = told === null ? 1 : 2;
  for (const [i, cells] of parseCsv(body, { delimiter }).entries())
    if (!collector.add(i + above, cells.map(String))) break;
  return collector.result();
}
