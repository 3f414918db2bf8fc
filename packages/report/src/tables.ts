import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type ITableCellOptions,
  type Paragraph,
} from 'docx';
import { size } from './measures.ts';
import type { Cell, WordGroup } from './report.ts';
import { words } from './words.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Two columns side by side without a line: the head, and the end with its signature. */
export function sideBySide(
  widths: readonly [number, number],
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
): Table {
  const cell = (children: Paragraph[], at: number): TableCell =>
    new TableCell({ children, width: { size: widths[at]!, type: WidthType.DXA }, margins: { left: 0, right: 0 } });
  return new Table({
    borders: noBorders,
    columnWidths: [...widths],
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

const vi = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

type Place = 'head' | 'first' | 'other';

const aligned = { head: AlignmentType.CENTER, first: AlignmentType.LEFT, other: AlignmentType.RIGHT } as const;

/** How a table of figures is set: closer together where it has many columns, so that no word is broken. */
const settings = {
  roomy: { part: 0.6, size: size.small, side: 80 },
  dense: { part: 0.75, size: size.dense, side: 30 },
} as const;
type Setting = (typeof settings)[keyof typeof settings];
const mostRoomy = 5;

function figureCell(cell: Cell, wide: number, place: Place, set: Setting): TableCell {
  const text = typeof cell === 'number' ? vi.format(cell) : cell;
  const options: ITableCellOptions = {
    width: { size: wide, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: set.side, right: set.side },
    children: [words(text, { size: set.size, bold: place === 'head' }, { alignment: aligned[place] })],
  };
  return new TableCell(options);
}

/** The first column holds words and takes what the others leave. The head is repeated on every page. */
export function figureTable(width: number, columns: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const set = columns.length > mostRoomy ? settings.dense : settings.roomy;
  const other = Math.floor(Math.min(1_500, (width * set.part) / Math.max(1, columns.length - 1)));
  const widths = columns.map((_, at) => (at === 0 ? width - other * (columns.length - 1) : other));
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, at) => {
        const place = isHead ? 'head' : at === 0 ? 'first' : 'other';
        return figureCell(cell, widths[at]!, place, set);
      }),
    });
  return new Table({
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

function wordCell(text: string, wide: number, { isHead = false, bold = false, rows = 1 }): TableCell {
  const alignment = isHead ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    width: { size: wide, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rowSpan: rows,
    children: text.split('\n').map((line) => words(line, { size: size.small, bold: bold || isHead }, { alignment })),
  });
}

/** Words beside each other. What a group is about stands once beside all its rows; the head is repeated on every page. */
export function wordTable(
  width: number,
  columns: readonly { title: string; share: number }[],
  groups: readonly WordGroup[],
): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / all));
  const head = columns.map(({ title }, at) => wordCell(title, widths[at]!, { isHead: true }));
  const rowsOf = ({ about, rows }: WordGroup): TableRow[] =>
    rows.map((cells, at) => {
      const own = cells.map((text, column) => wordCell(text, widths[column + 1]!, {}));
      const first = at === 0 ? [wordCell(about, widths[0]!, { bold: true, rows: rows.length })] : [];
      return new TableRow({ children: [...first, ...own] });
    });
  return new Table({
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...groups.flatMap(rowsOf)],
  });
}
