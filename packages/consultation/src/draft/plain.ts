import { cleanText } from '@danban/text';
import type { Draft, DraftLine } from './line.ts';
import { withoutMarks } from './marks.ts';
import { unwrapped } from './wrapping.ts';

const field = /^([A-Za-z][\w-]*):\s*(.*)$/;
const fence = /^---\s*$/;
const mostFields = 60;

/** The fields between two lines `---` at the very start, and where the text begins. */
function frontMatter(lines: readonly string[]): { about: Record<string, string>; rest: number } {
  const none = { about: {}, rest: 0 };
  if (!fence.test(lines[0] ?? '')) return none;
  const end = lines.slice(1, mostFields).findIndex((line) => fence.test(line)) + 1;
  const fields = lines.slice(1, Math.max(end, 1)).map((line) => field.exec(line));
  if (end === 0 || fields.some((found) => found === null)) return none;
  return { about: Object.fromEntries(fields.map((found) => [found![1]!, found![2]!])), rest: end + 1 };
}

const rule = /^\s*(?:([-*_])(?:\s*\1){2,}|={3,})\s*$/;
const ruleOfTable = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$/;
const fenceOfCode = /^(?:```|~~~)/;
const headingMark = /^(#{1,6})\s+(.*?)\s*#*$/;
const quoteMark = /^(?:>\s?)+/;
/** Marks of a list in front of what has a number of its own: `- a) …`, `* **Điều 1.** …`. */
const bulletBeforeNumber =
  /^[-*+]\s+(?=[*_]{0,3}(?:(?:[ĐÐ]iều|Chương|Mục|Phần|Khoản|Điểm)\s|\d{1,3}[.)]\s|[a-zđ]\)\s|[IVX]+\.\s))/iu;

function rowOf(text: string): DraftLine | null {
  if (text.length < 3 || !text.startsWith('|') || !text.endsWith('|')) return null;
  const cells = text.slice(1, -1).split(/(?<!\\)\|/);
  return { text: withoutMarks(cells.map((cell) => cell.trim()).join(' | ')), begins: true, row: true };
}

function lineOf(raw: string, begins: boolean): DraftLine | null {
  const text = raw.trim().replace(quoteMark, '');
  if (rule.test(text) || ruleOfTable.test(text) || fenceOfCode.test(text)) return null;
  const row = rowOf(text);
  if (row !== null) return row;
  const heading = headingMark.exec(text);
  if (heading !== null) return { text: withoutMarks(heading[2]!), heading: heading[1]!.length, begins: true };
  return { text: withoutMarks(text.replace(bulletBeforeNumber, '')), begins };
}

/** A line as it came, in Unicode, and whether its marks stood apart from their letters. */
export interface RawLine {
  text: string;
  decomposed: boolean;
}

const piecesOf = ({ text, decomposed }: RawLine): RawLine[] =>
  cleanText(text)
    .split(/<br ?\/?>/)
    .map((piece) => ({ text: piece, decomposed }));

/**
 * Plain text and Markdown as lines: `#` are headings, `**` and escapes go, rows of a table are one line each, rules and
 * empty lines go and leave a beginning behind. Front matter becomes `about`.
 */
export function plainLines(raw: readonly RawLine[]): Draft {
  const all = raw.flatMap(piecesOf);
  const { about, rest } = frontMatter(all.map(({ text }) => text));
  const lines: DraftLine[] = [];
  let begins = true;
  for (const { text, decomposed } of all.slice(rest)) {
    const line: DraftLine | null = text.trim() === '' ? null : lineOf(text, begins);
    if (line !== null && line.text !== '') lines.push(decomposed ? { ...line, decomposed: true } : line);
    begins = line === null || line.text === '' || line.heading !== undefined || line.row === true;
  }
  const { lines: whole, hadPageNumbers } = unwrapped(lines);
  return { lines: whole, about, notes: hadPageNumbers ? ['page-numbers-left-out'] : [] };
}
