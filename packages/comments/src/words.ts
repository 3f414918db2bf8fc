import { nfc } from '@danban/text';

/** A piece of a text that is masked as a whole or not at all; `word`: not only spaces and signs. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
}

const everyWord = /[\p{L}\p{M}\p{N}@](?:[^\s]*[\p{L}\p{M}\p{N}])?/gu;

/** A text in pieces, words and what stands between them, without a gap. */
export function piecesOf(text: string): Piece[] {
  const composed = nfc(text);
  const pieces: Piece[] = [];
  let from = 0;
  const between = (to: number) => to > from && pieces.push({ start: from, end: to, word: false });
  for (const { 0: word, index } of composed.matchAll(everyWord)) {
    between(index);
    from = index + word.length;
    pieces.push({ start: index, end: from, word: true });
  }
  between(composed.length);
  return pieces;
}
