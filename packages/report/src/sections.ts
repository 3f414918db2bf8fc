import { AlignmentType, Paragraph, TabStopType, TextRun, type Table } from 'docx';
import { after, firstLine, size, textWidth } from './measures.ts';
import type { Block, Section } from './report.ts';
import { figureTable } from './tables.ts';
import { body, centred, words } from './words.ts';

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

const dotted = (): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
    spacing: { after },
    children: [new TextRun({ text: '\t', size: size.body })],
  });

function partsOf(block: Block): Part[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'text':
      return [body(block.text)];
    case 'note':
      return [note(block.text)];
    case 'table':
      // Two tables that touch are one table to a word processor.
      return [figureTable(textWidth, block.columns, block.rows), new Paragraph({ spacing: { after: 60 } })];
    case 'room':
      return Array.from({ length: block.lines }, dotted);
  }
}

function titleOf({ title, appendix }: Section): Paragraph {
  if (!appendix) return heading(title);
  return words(
    title,
    { size: size.body, bold: true },
    {
      alignment: AlignmentType.CENTER,
      pageBreakBefore: true,
      spacing: { after: 2 * after },
    },
  );
}

export const sectionOf = (section: Section): Part[] => [titleOf(section), ...section.blocks.flatMap(partsOf)];

/** `BÁO CÁO` and what it is about, with a line below. */
export function titlesOf(type: string, subject: string): Paragraph[] {
  return [
    centred(type, { size: size.body, bold: true }, { before: 120 }),
    centred(subject, { size: size.body, bold: true }),
  ];
}
