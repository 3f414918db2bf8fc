import { detectDelimiter, parseCsv } from 'hucre/csv';
import { decodeText } from './encoding.ts';
import { refuse, type Read } from './issue.ts';
import { Collector, type Sheet } from './sheet.ts';

/** Excel writes the separator into the first line when it is not the one of the country. */
const directive = /^sep=(.)\r?\n/i;

/** A picture or a program decoded as text is full of these. */
// eslint-disable-next-line no-control-regex
const binary = /[\u0000-\u0008\u000e-\u001f]/;

/** The one sheet of a text file: `,`, `;`, tab or `|` between fields, RFC 4180 quotes. */
export function readCsv(bytes: Uint8Array): Read<Sheet[]> {
  const text = decodeText(bytes);
  if (binary.test(text.slice(0, 10_000))) return refuse('not-a-table');
  if (/^\s*</.test(text)) return refuse('web-page');
  const told = directive.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const delimiter = told?.[1] ?? detectDelimiter(body.slice(0, 100_000));
  const collector = new Collector();
  collector.begin('');
  const above = told === null ? 1 : 2;
  for (const [i, cells] of parseCsv(body, { delimiter }).entries())
    if (!collector.add(i + above, cells.map(String))) break;
  return collector.result();
}
