import { writeXlsxStream, type CellValue } from 'hucre';
import { guard } from './guard.ts';

export interface FigureSheet {
  name: string;
  columns: readonly FigureColumn[];
  /** Rows above the figures, their headings the last: they stay in sight. */
  above: number;
}

export interface FigureColumn {
  /** Its numbers are parts of one, shown in hundredths. */
  isShare: boolean;
}

/** What a stream of bytes is to whoever passes it on; packages are compiled without the libraries of browsers and Node. */
export type Bytes = ReturnType<typeof writeXlsxStream>;

type FigureRow = readonly (string | number)[];

/** Nothing is no empty word: a cell that is blank is not there. */
function cellOf(cell: string | number): CellValue {
  if (cell === '') return null;
  return typeof cell === 'string' ? guard(cell) : cell;
}

async function* cellsOf(rows: AsyncIterable<FigureRow>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield row.map(cellOf);
}

/**
 * Rows as they come, as a workbook that is written as fast as it is taken away: however many they are, they are never held
 * together. Beyond a spreadsheet's last row it goes on in another sheet.
 */
export function figureWorkbook({ name, columns, above }: FigureSheet, rows: AsyncIterable<FigureRow>): Bytes {
  const formats = columns.map(({ isShare }) => (isShare ? { width: 12, numFmt: '0.0%' } : { width: 22 }));
  return writeXlsxStream(cellsOf(rows), { name, columns: formats, repeatHeaders: false, freezePane: { rows: above } });
}
