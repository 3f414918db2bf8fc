import { nameKey } from '../nameKey.ts';

export interface Word {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Only spaces stand between the word before and this one. */
  readonly goesOn: boolean;
}

const everyWord = /[\p{L}\p{M}]+/gu;
/** An abbreviation keeps its full stop or stroke: "ThS. Nam", "đ/c Nam". */
const gapWithin = /^[ \t\u00a0]{1,3}$/;
const strokes = /đ\/c/giu;

/** The words of a text with the places they stand at. A figure is no word and parts what stands around it. */
export function wordsOf(text: string): Word[] {
  // "đ/c" is one word of three signs; the stroke becomes a letter so that places stay.
  const plain = text.replace(strokes, (whole) => `${whole[0]!}đ${whole[2]!}`);
  const words: Word[] = [];
  let before = 0;
  for (const { 0: found, index } of plain.matchAll(everyWord)) {
    const gap = text.slice(before, index);
    const last = words.at(-1);
    const afterTitle = last !== undefined && titles.has(last.key) && /^\. ?$/.test(gap);
    const key = /^đđc$/i.test(found) ? 'đc' : nameKey(found);
    words.push({
      text: found,
      key,
      start: index,
      end: index + found.length,
      goesOn: afterTitle || gapWithin.test(gap),
    });
    before = index + found.length;
  }
  return words;
}

const titles: ReadonlySet<string> = new Set(['ths', 'ts', 'pgs', 'gs', 'đc', 'tp']);
