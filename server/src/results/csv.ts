import { shareOf, type Lang } from '@danban/i18n';
import { csvMore, csvText } from '@danban/tables';
import type { Read } from './reader.ts';
import { releaseRows, type Row } from './rows.ts';

/** The rows of a release as CSV, piece by piece. Shares are written out: CSV knows no form of a number. */
export async function* releaseCsv(read: Read, lang: Lang): AsyncGenerator<string> {
  const written = (row: Row) =>
    row.map((cell) => (typeof cell === 'object' ? shareOf(lang, cell.count, cell.of) : cell));
  let write = csvText;
  for await (const rows of releaseRows(read, lang)) {
    yield write(rows.map(written), lang);
    write = csvMore;
  }
}
