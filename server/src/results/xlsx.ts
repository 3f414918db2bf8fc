import { t, type Lang } from '@danban/i18n';
import { figureWorkbook } from '@danban/tables';
import type { Read } from './reader.ts';
import { columnsOf, releaseRows, type Figure } from './rows.ts';

const asValue = (cell: Figure): string | number => {
  if (typeof cell !== 'object') return cell;
  return cell.of === 0 ? 0 : cell.count / cell.of;
};

async function* rowsOf(read: Read, lang: Lang): AsyncGenerator<(string | number)[]> {
  for await (const rows of releaseRows(read, lang)) for (const row of rows) yield row.map(asValue);
}

/** The rows of a release as a workbook, piece by piece: numbers are numbers and can be counted with. */
export function releaseXlsx(read: Read, lang: Lang): ReadableStream<Uint8Array> {
  const last = columnsOf(read.head, lang).length - 1;
  const columns = Array.from({ length: last + 1 }, (_, at) => ({ isShare: at === last }));
  return figureWorkbook(t(lang, 'results.sheet'), columns, rowsOf(read, lang));
}
