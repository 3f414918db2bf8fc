import { t, type Lang } from '@danban/i18n';
import { figureWorkbook } from '@danban/tables';
import type { Read } from './reader.ts';
import { columnsOf, releaseRows, type Figure, type Row } from './rows.ts';

const asValue = (cell: Figure): string | number => {
  if (typeof cell !== 'object') return cell;
  return cell.of === 0 ? 0 : cell.count / cell.of;
};

async function* rowsOf(above: Row[], pieces: AsyncGenerator<Row[]>): AsyncGenerator<(string | number)[]> {
  for (const row of above) yield row.map(asValue);
  for await (const rows of pieces) for (const row of rows) yield row.map(asValue);
}

/**
 * The rows of a release as a workbook, piece by piece: numbers are numbers and can be counted with. The first piece is what
 * stands above the figures.
 */
export async function releaseXlsx(read: Read, lang: Lang): Promise<ReadableStream<Uint8Array>> {
  const last = columnsOf(read.head, lang).length - 1;
  const columns = Array.from({ length: last + 1 }, (_, at) => ({ isShare: at === last }));
  const pieces = releaseRows(read, lang);
  const first = await pieces.next();
  const above = first.done ? [] : first.value;
  const sheet = { name: t(lang, 'results.sheet'), columns, above: above.length };
  return figureWorkbook(sheet, rowsOf(above, pieces));
}
