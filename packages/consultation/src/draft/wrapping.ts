import type { DraftLine } from './line.ts';

/** Lines wider than this are paragraphs: nobody wraps by hand out there. */
const widest = 120;
const narrowest = 40;
/** So many sentences have to run over the end of a line that is nearly full before a file counts as wrapped. */
const enough = 3;
const nearlyFull = 0.7;

const ends = /[.;:!?…/]["”’)]*$/;
const goesOn = /^[\p{Ll}]/u;
/** What begins a clause whatever stands before it. */
const numbered =
  /^(?:(?:[ĐÐ]iều|Chương|Mục|Tiểu mục|Phần|Phụ lục|Khoản|Điểm|Căn cứ|Nơi nhận)(?![\p{L}])|[IVXLC]+(?:\.\d{1,2})*[.)/]\s|\(?\d{1,3}(?:\.\d{1,2})*[.)/]\s|\(?[a-zđ]{1,2}[.)/]\s|[A-ZĐ][.)/]\s|[-–—•●▪*+]\s*\p{L})/iu;

const firstWord = (text: string): number => text.search(/\s|$/);

const isOpen = (line: DraftLine | undefined): line is DraftLine =>
  line !== undefined && line.heading === undefined && line.row === undefined;

function mayRunOn(before: DraftLine | undefined, line: DraftLine): boolean {
  return isOpen(before) && isOpen(line) && !line.begins && !numbered.test(line.text);
}

/** The width a file was wrapped at; null when every line is a paragraph. */
function widthOf(lines: readonly DraftLine[]): number | null {
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  if (width > widest || width < narrowest) return null;
  const runOn = lines.filter((line, i) => {
    const before = lines[i - 1];
    if (!mayRunOn(before, line) || before!.text.length < width * nearlyFull) return false;
    return goesOn.test(line.text) && !ends.test(before!.text);
  });
  return runOn.length >= enough ? width : null;
}

/** A number alone between empty lines, or with what stands at the head of every page: pages of what was printed. */
const pageNumber = /^(?:[-–] ?)?(?:Trang )?\d{1,3}(?:\/\d{1,3})?(?: ?[-–])?$/i;
const runningHead = /^.{1,80}\s[-–—|]\s?Trang\s\d{1,3}(?:\s?\/\s?\d{1,3})?$/iu;
const isPageNumber = ({ text, begins }: DraftLine): boolean =>
  begins && (pageNumber.test(text) || runningHead.test(text));

/**
 * Paragraphs of a text whose lines were broken at a fixed width (pasted from a mail or a PDF): a line runs on where the
 * first word of the next one had no room left, or where that word begins small in the middle of a sentence. Numbers of
 * pages go. In any other text every line is a paragraph.
 */
export function unwrapped(all: readonly DraftLine[]): { lines: DraftLine[]; hadPageNumbers: boolean } {
  const width = widthOf(all);
  if (width === null) return { lines: all.map((line) => ({ ...line, begins: true })), hadPageNumbers: false };
  const lines = withoutPageNumbers(all);
  const paragraphs: { line: DraftLine; parts: string[]; last: string }[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before !== undefined && mayRunOn(before.line, line) && runsOn(before.last, line.text, width)) {
      before.parts.push(line.text);
      before.last = line.text;
    } else paragraphs.push({ line, parts: [line.text], last: line.text });
  }
  const whole = paragraphs.map(({ line, parts }) => ({ ...line, text: parts.join(' ') }));
  return { lines: whole, hadPageNumbers: lines.length < all.length };
}

/** Behind a page number the sentence of the page before may go on. */
const withoutPageNumbers = (lines: readonly DraftLine[]): DraftLine[] =>
  lines
    .map((line, i) => (i > 0 && isPageNumber(lines[i - 1]!) ? { ...line, begins: false } : line))
    .filter((_, i) => !isPageNumber(lines[i]!));

function runsOn(before: string, next: string, width: number): boolean {
  if (goesOn.test(next) && !ends.test(before)) return true;
  return before.length + 1 + firstWord(next) > width;
}
