import { searchKey } from '@danban/text';
import type { DraftLine } from '../draft/line.ts';
import type { Kind } from './clause.ts';
import { fromDigits, fromLetter, fromOrdinal, fromRoman } from './number.ts';

/** Depth in the grammar: what has a greater rank lies within what has a smaller one. */
export const RANK = {
  appendix: 0,
  part: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  article: 5,
  clause: 6,
  point: 10,
  subpoint: 11,
  bullet: 12,
  plus: 13,
} as const;

/** What a line begins with, where it may be the first one of a clause. */
export interface Label {
  kind: Kind;
  rank: number;
  /** As printed, without what parts it from the text: `Điều 8`, `a`. */
  number: string;
  /** Place among its kind; null for what is not counted (bullets, headings without a number). */
  value: number | null;
  /** Its part of a path: `dieu-8`, `k1`, `a`. */
  segment: string;
  /** The printed label with its punctuation; the text of the line goes on behind it. */
  length: number;
  /** Whether nothing but the label itself speaks for it: `C.` may be a letter, a hundred or an initial. */
  family: 'word' | 'roman' | 'capital' | 'digit' | 'letter' | 'smallRoman' | 'bullet' | 'heading';
}

const slug = (text: string): string => searchKey(text).replaceAll(' ', '-');

const ordinal = 'nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười';
const edge = '(?![\\p{L}\\p{N}])';
const parted = '(?:\\s*[.:)/]|\\s+[-–—](?=\\s))';

interface Word {
  kind: Kind;
  rank: number;
  name: string;
  pattern: RegExp;
}

const word = (kind: Kind, rank: number, name: string, start: string): Word => ({
  kind,
  rank,
  name,
  pattern: new RegExp(`^${start}${edge}(${parted})?\\s*`, 'iu'),
});

const words: readonly Word[] = [
  word(
    'appendix',
    RANK.appendix,
    'phu-luc',
    'Phụ\\s+lục(?:\\s+(?:số\\s+)?([IVXLC]+|\\d{1,3}|[A-ZĐ])(?![\\p{L}\\p{N}]))?',
  ),
  word('part', RANK.part, 'phan', `Phần\\s+(?:thứ\\s+)?([IVXLC]+|\\d{1,3}|${ordinal}|[A-ZĐ])`),
  word('chapter', RANK.chapter, 'chuong', `Chương\\s+(?:thứ\\s+)?([IVXLC]+|\\d{1,3}|${ordinal})`),
  word('section', RANK.subsection, 'tieu-muc', 'Tiểu\\s+mục\\s+(\\d{1,3}|[IVXLC]+|[A-ZĐ])'),
  word('section', RANK.section, 'muc', 'Mục\\s+(\\d{1,3}|[IVXLC]+|[A-ZĐ])'),
];

const valueOf = (number: string): number | null =>
  fromDigits(number) ?? fromOrdinal(number) ?? fromRoman(number) ?? fromLetter(number);

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** `Chương II Quy chế này` in a sentence is no heading: what follows a heading's number is punctuation, a capital or nothing. */
function isHeadingLike(line: DraftLine, found: RegExpExecArray): boolean {
  const rest = line.text.slice(found[0].length);
  if (rest === '' || found[2] !== undefined || isCapitals(found[0])) return true;
  return line.heading !== undefined || /^[^\p{Ll}]/u.test(rest);
}

function wordLabel(line: DraftLine): Label | null {
  for (const { kind, rank, name, pattern } of words) {
    const found = pattern.exec(line.text);
    if (found === null || !isHeadingLike(line, found)) continue;
    const number = found[1] ?? '';
    const segment = number === '' ? name : `${name}-${slug(number)}`;
    return { kind, rank, number, value: valueOf(number), segment, length: found[0].length, family: 'word' };
  }
  return null;
}

const article = new RegExp(
  `^[ĐÐ]iều\\s+(?:thứ\\s+)?(\\d{1,4}(?:\\s?[a-zđ])?|${ordinal})${edge}(?:(${parted}|$)|)\\s*`,
  'iu',
);

/** `Điều 12.` */
export function articleOf(line: DraftLine): Label | null {
  const found = article.exec(line.text);
  if (found === null || (found[2] === undefined && line.heading === undefined)) return null;
  const number = found[1]!.replace(/\s/g, '').toLowerCase();
  const segment = `dieu-${fromOrdinal(number) ?? number}`;
  const length = found[0].length;
  return { kind: 'article', rank: RANK.article, number, value: valueOf(number), segment, length, family: 'word' };
}

const clause =
  /^(?:[Kk]hoản\s+(\d{1,3}[a-zđ]?)[.:)]\s*|\((\d{1,3})\)\s+|(\d{1,3}[a-zđ]?)(?:\s?[.)/](?:\s+|(?=[\p{Lu}"“(])|$)|[-–]\s*(?=\p{Lu})))/u;
const deep = /^(\d{1,3}(?:\.\d{1,2}){1,3})(?:[.)/]\s*(?=\D|$)|\s+(?=\p{Lu}))/u;

/** `II.1.`, `B.2.1`: counted within what has a Roman number or a capital, which the number says once more. */
const prefixed = /^([IVX]{1,5}|[A-H])\.(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.)/]\s*(?=\D|$)|\s+(?=\p{Lu}))/u;

function prefixedLabel({ text }: DraftLine): Label | null {
  const found = prefixed.exec(text);
  if (found === null) return null;
  const inner = found[2]!;
  return {
    kind: 'clause',
    rank: RANK.clause + inner.split('.').length - 1,
    number: `${found[1]!}.${inner}`,
    value: fromDigits(inner),
    segment: `k${inner.replaceAll('.', '-')}`,
    length: found[0].length,
    family: 'digit',
  };
}

function digitLabel({ text }: DraftLine): Label | null {
  const nested = deep.exec(text);
  if (nested !== null) {
    const number = nested[1]!;
    const rank = RANK.clause + number.split('.').length - 1;
    const segment = `k${number.replaceAll('.', '-')}`;
    return {
      kind: 'clause',
      rank,
      number,
      value: fromDigits(number),
      segment,
      length: nested[0].length,
      family: 'digit',
    };
  }
  const found = clause.exec(text);
  const number = (found?.[1] ?? found?.[2] ?? found?.[3])?.toLowerCase();
  if (found === null || number === undefined) return null;
  const segment = `k${Number.parseInt(number, 10)}${number.replace(/^\d+/, '')}`;
  const value = fromDigits(number);
  return { kind: 'clause', rank: RANK.clause, number, value, segment, length: found[0].length, family: 'digit' };
}

const point = /^(?:Điểm\s+)?\(?(([a-zđ])\2?\d?)(?:\s?[)/]\s*|\.\s+)(?!\d)/u;
const smallRoman = /^\(?(i{1,3}|iv|vi{0,3}|ix|x)\)\s+/u;

/** `đ` keeps its letter in a path, as in the text: `dieu-3.k1.đ`. */
function letterLabel({ text }: DraftLine): Label | null {
  const found = point.exec(text) ?? /^Điểm\s+(([a-zđ])\2?\d?)[.:]\s*/u.exec(text);
  if (found === null) return null;
  const number = found[1]!;
  const value = fromLetter(number);
  return { kind: 'point', rank: RANK.point, number, value, segment: number, length: found[0].length, family: 'letter' };
}

/** `i)`, `ii)` below a point. */
export function smallRomanLabel({ text }: DraftLine): Label | null {
  const found = smallRoman.exec(text);
  if (found === null) return null;
  const number = found[1]!;
  const value = fromRoman(number);
  const length = found[0].length;
  return { kind: 'point', rank: RANK.subpoint, number, value, segment: number, length, family: 'smallRoman' };
}

const romanPattern = /^([IVXLC]+)(?:\s?[.)/:]\s*|\s+[-–—]\s+)(?!\p{Ll})/u;

/** `II.` of plans. */
export function romanLabel({ text }: DraftLine): Label | null {
  const found = romanPattern.exec(text);
  const value = found === null ? null : fromRoman(found[1]!);
  if (found === null || value === null) return null;
  const number = found[1]!;
  const segment = `muc-${number.toLowerCase()}`;
  return { kind: 'section', rank: RANK.section, number, value, segment, length: found[0].length, family: 'roman' };
}

/** `B.` of long plans. */
export function capitalLabel({ text }: DraftLine): Label | null {
  const found = /^([A-ZĐ])(?:\s?[.)/]\s+|\s+[-–—]\s+)/u.exec(text);
  if (found === null) return null;
  const number = found[1]!;
  const value = fromLetter(number);
  const segment = `phan-${slug(number)}`;
  return { kind: 'part', rank: RANK.part, number, value, segment, length: found[0].length, family: 'capital' };
}

/** A dash or a dot in front of a paragraph. */
export function bulletLabel({ text }: DraftLine): Label | null {
  const found = /^([-–—•·●▪◦*+])(?:\s+|(?=\p{Lu}))/u.exec(text);
  if (found === null) return null;
  const rank = found[1] === '+' ? RANK.plus : RANK.bullet;
  return { kind: 'point', rank, number: '', value: null, segment: '-', length: found[0].length, family: 'bullet' };
}

/** A heading without a number: by its level in the file, one in capitals as a section. */
export function headingLabel({ text, heading }: DraftLine): Label {
  const rank = Math.min(RANK.chapter + Math.max((heading ?? 2) - 1, 0), RANK.article);
  const segment = slug(text).split('-').slice(0, 6).join('-') || 'muc';
  return { kind: 'section', rank, number: '', value: null, segment, length: 0, family: 'heading' };
}

/** The label that the line itself shows, whatever stands around it. */
export function labelOf(line: DraftLine): Label | null {
  if (line.row === true) return null;
  return wordLabel(line) ?? articleOf(line) ?? prefixedLabel(line) ?? digitLabel(line) ?? letterLabel(line);
}
