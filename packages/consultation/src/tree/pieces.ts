import type { DraftLine } from '../draft/line.ts';
import { beginsClosing } from './closing.ts';
import type { Piece } from './clause.ts';
import { bulletLabel, capitalLabel, headingLabel, RANK, romanLabel, smallRomanLabel, type Label } from './label.ts';
import { inItsRow } from './lists.ts';
import { Open } from './open.ts';
import { lookAt, type Seen } from './scope.ts';

const ends = /(?:[.;:!?…]|\.\/\.)["”’)]*$/;
const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
const longestHeading = 200;
const mostWordsOfCapitals = 16;

const nothing = { number: '', value: null, segment: '', length: 0, family: 'word' } as const;
const preamble: Label = { ...nothing, kind: 'preamble', rank: RANK.appendix, segment: 'mo-dau' };
const closing: Label = { ...nothing, kind: 'closing', rank: RANK.appendix, segment: 'ket-thuc' };

/** Cuts a draft into pieces, line by line. */
class Cutter {
  readonly pieces: Piece[] = [];
  /** Pieces with a line that looks like a label and was taken for text. */
  readonly doubtful = new Set<number>();
  private open = new Open();
  private quotedUntil = -1;
  private nested = 0;

  private get last(): Piece | undefined {
    return this.pieces.at(-1);
  }

  take(seen: Seen, i: number, all: readonly Seen[]): void {
    const label = i <= this.quotedUntil ? null : this.labelOf(seen, i, all);
    if (label === null && seen.quotedUntil > this.quotedUntil) this.quotedUntil = seen.quotedUntil;
    if (label !== null) this.begin(label, seen.line);
    else if (this.last === undefined) this.begin(preamble, seen.line);
    else this.last.lines.push(seen.line);
  }

  private begin(label: Label, line: DraftLine): void {
    const { kind, rank, number, value, segment, length } = label;
    this.pieces.push({ kind, rank, number, value, segment, length, lines: [line] });
    this.open.push(label);
    this.nested = 0;
  }

  private labelOf(seen: Seen, i: number, all: readonly Seen[]): Label | null {
    const { line, shown, attached } = seen;
    if (attached !== null) return attached;
    if (shown !== null && shown.rank <= RANK.article) return this.accepted(shown, line) ? shown : this.doubt();
    if (this.last?.kind === 'closing') return null;
    if (this.last !== undefined && this.last.kind !== 'preamble' && beginsClosing(line, seen.isBeforeLastLabel))
      return closing;
    return seen.hasArticles ? this.inArticles(seen, all[i + 1]) : this.inPlan(seen, i, all);
  }

  /** A sentence wrapped in the middle may begin with `Điều 5.`: then the line before has not ended. */
  private accepted(label: Label, line: DraftLine): boolean {
    return this.open.expects(label) || this.isAfterEnd(line);
  }

  private isAfterEnd(line: DraftLine): boolean {
    const before = this.last?.lines.at(-1);
    if (before === undefined || line.begins || line.heading !== undefined) return true;
    const isBareHeading = this.last!.rank <= RANK.article && this.last!.lines.length === 1;
    return isBareHeading || ends.test(before.text);
  }

  private doubt(): null {
    if (this.pieces.length > 0) this.doubtful.add(this.pieces.length - 1);
    return null;
  }

  private inArticles(seen: Seen, next: Seen | undefined): Label | null {
    const { line } = seen;
    const roman = romanLabel(line);
    if (roman !== null && this.isHeadingInArticles(roman, line, next)) return roman;
    if (this.last === undefined || this.last.kind === 'preamble') return null;
    const label = this.numbered(seen);
    if (label !== null) return this.isNested(label) ? this.doubt() : label;
    return this.isHeading(line) && line.heading !== undefined ? headingLabel(line) : null;
  }

  private isHeadingInArticles(roman: Label, line: DraftLine, next: Seen | undefined): boolean {
    if (!this.open.expects(roman) || !isCapitals(line.text)) return false;
    return (this.last !== undefined && this.last.kind !== 'preamble') || next?.shown?.kind === 'article';
  }

  /** `1.` within a point, or behind "như sau:" of a clause, lists something: clauses do not begin anew in an article. */
  private isNested(label: Label): boolean {
    const before = this.open.before(label);
    if (label.rank !== RANK.clause || before === null || label.value === null) return false;
    const isCarriedOn = this.nested > 0 && label.value === this.nested + 1 && !this.open.expects(label);
    const isFirst = label.value === 1 && (this.open.has(RANK.point) || /:$/.test(this.last?.lines.at(-1)?.text ?? ''));
    if (!isCarriedOn && !isFirst) return false;
    this.nested = label.value;
    return true;
  }

  private numbered({ line, shown }: Seen): Label | null {
    const small = smallRomanLabel(line);
    const label = small !== null && this.isSmallRoman(small, shown) ? small : shown;
    return label !== null && this.accepted(label, line) ? label : null;
  }

  /** `i)` is a point after h), and the first of i), ii), iii) elsewhere. */
  private isSmallRoman(small: Label, letter: Label | null): boolean {
    if (!this.open.has(RANK.point) || !this.open.expects(small)) return false;
    return letter === null || !this.open.expects(letter) || small.number.length > 1;
  }

  private inPlan(seen: Seen, i: number, all: readonly Seen[]): Label | null {
    const { line } = seen;
    const label = this.capital(line) ?? this.numbered(seen);
    if (label !== null) return inItsRow(label, i, all, this.open, this.pieces);
    const isBeforeAll = this.last === undefined || this.last.kind === 'preamble';
    if (line.heading !== undefined && this.isHeading(line))
      return isBeforeAll && line.heading === 1 ? null : headingLabel(line);
    if (isBeforeAll || line.row === true) return null;
    if (this.isHeading(line) && line.begins && isCapitals(line.text)) return headingLabel(line);
    return bulletLabel(line);
  }

  private capital(line: DraftLine): Label | null {
    const letter = capitalLabel(line);
    // Within a Phần a capital counts what lies in it; elsewhere it counts the parts.
    const inner = letter && { ...letter, kind: 'section' as const, rank: RANK.chapter };
    const [capital, roman] = [this.open.isInPart ? inner : letter, romanLabel(line)];
    const known = [roman, capital].filter((label) => label !== null && this.open.expects(label));
    // A row of letters that has begun goes on: C. after B., and not a hundred.
    const goesOn = known.find((label) => this.open.before(label!) !== null);
    return goesOn ?? known[0] ?? (roman !== null && this.isAfterEnd(line) && isCapitals(line.text) ? roman : null);
  }

  private isHeading({ text, begins }: DraftLine): boolean {
    if (text.length > longestHeading || ends.test(text) || text.startsWith('(')) return false;
    if (isCapitals(text) && text.split(/\s+/).length > mostWordsOfCapitals) return false;
    // The title of what was just numbered stands on a line of its own.
    const owner = this.last!;
    const isTitleOfLast = owner !== undefined && owner.rank <= RANK.section && owner.lines.length === 1;
    const hasTitle = isTitleOfLast && owner.lines[0]!.text.length > owner.length;
    return !isTitleOfLast || (hasTitle && begins) || owner.kind === 'preamble';
  }
}

/** A text without any number or heading: every paragraph is a piece, so that people can answer to it all the same. */
function paragraphs(lines: readonly DraftLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const isPlain = line.heading === undefined && !isCapitals(line.text);
    const last = pieces.at(-1);
    if (isPlain && (line.begins || last === undefined || last.kind === 'preamble'))
      pieces.push({ ...nothingOf('clause'), segment: 'doan', lines: [line] });
    else if (last === undefined) pieces.push({ ...nothingOf('preamble'), segment: 'mo-dau', lines: [line] });
    else last.lines.push(line);
  }
  return pieces;
}

const nothingOf = (kind: Piece['kind']): Omit<Piece, 'lines' | 'segment'> => ({
  kind,
  rank: kind === 'clause' ? RANK.clause : RANK.appendix,
  number: '',
  value: null,
  length: 0,
});

/**
 * Cuts the lines of a draft into pieces by the grammar of Vietnamese documents: Phần, Chương, Mục, Điều, khoản, điểm,
 * Phụ lục; in plans without Điều also A., I., 1., 1.1., a), dashes and headings. Every line is in exactly one piece, in
 * order. Answers also which pieces hold a line that was taken for text though it looks like a number.
 */
export function cut(lines: readonly DraftLine[]): { pieces: Piece[]; doubtful: Set<number>; hasStructure: boolean } {
  const cutter = new Cutter();
  const seen = lookAt(lines);
  seen.forEach((each, i) => cutter.take(each, i, seen));
  const hasStructure = cutter.pieces.some(({ kind }) => kind !== 'preamble' && kind !== 'closing');
  if (hasStructure) return { pieces: cutter.pieces, doubtful: cutter.doubtful, hasStructure };
  return { pieces: paragraphs(lines), doubtful: new Set(), hasStructure };
}
