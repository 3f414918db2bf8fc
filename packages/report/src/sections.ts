import { AlignmentType, Paragraph, TabStopType, TextRun, type Table } from 'docx';
import { after, firstLine, size } from './measures.ts';
import type { Block, Section } from './report.ts';
import { figureTable, wordTable } from './tables.ts';
import { body, words } from './words.ts';

type Part = Paragraph | Table;

const note = (text: string): Paragraph =>
  words(text, { size: size.small }, { alignment: AlignmentType.LEFT, spacing: { before: 60, after } });

const heading = (text: string): Paragraph =>
  words(
    text,
    { size: size.body, bold: true },
    {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine },
      keepNext: true,
      spacing: { before: after, after },
    },
  );

const dotted = (width: number): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: 'dot' }],
    spacing: { after },
    children: [new TextRun({ text: '\t', size: size.body })],
  });

/** Two tables that touch are one table to a word processor. */
const apart = (table: Table): Part[] => [table, new Paragraph({ spacing: { after: 60 } })];

/** Each ends with a semicolon, the last with a full stop (NĐ 30/2020, Phụ lục I). */
const basesOf = (bases: readonly string[]): Part[] =>
  bases.map((one, at) => body(`${one}${at === bases.length - 1 ? '.' : ';'}`, { italics: true }));

function partsOf(block: Block, width: number): Part[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'text':
      return [body(block.text)];
    case 'bases':
      return basesOf(block.bases);
    case 'note':
      return [note(block.text)];
    case 'table':
      return apart(figureTable(width, block.columns, block.rows));
    case 'words':
      return apart(wordTable(width, block.columns, block.groups));
    case 'room':
      return Array.from({ length: block.lines }, () => dotted(width));
  }
}

function titleOf({ title, appendix }: Section): Paragraph[] {
  if (title === null) return [];
  if (!appendix) return [heading(title)];
  return [
    words(
      title,
      { size: size.body, bold: true },
      {
        alignment: AlignmentType.CENTER,
        pageBreakBefore: true,
        spacing: { after: 2 * after },
      },
    ),
  ];
}

export const sectionOf = (section: Section, width: number): Part[] => [
  ...titleOf(section),
  ...section.blocks.flatMap((block) => partsOf(block, width)),
];
