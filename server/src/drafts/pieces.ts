import { nameOf, treeOf, type Piece } from '@danban/consultation';
import type { DraftPieceView } from '@danban/contract';
import type { Step } from './reading.ts';

const shownLetters = 120;
/** A sentence ends and another begins, or a point of a list. */
const seams = /(?<=[.;:!?…]["”’)]*\s+)(?=[\p{Lu}\p{N}"“(]|[a-zđ]\))/gu;
const mostSplits = 200;

const shortened = (text: string): string => (text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text);

/** Where another clause may begin: at each line but the first, and at each sentence. */
function splitsOf({ lines, length }: Piece): DraftPieceView['splits'] {
  const places = lines.flatMap(({ text }, line) => {
    const letters = [0, ...[...text.matchAll(seams)].map(({ index }) => index)];
    const here = letters.filter((letter) => line > 0 || letter > length);
    return here.map((letter) => ({ line, letter, text: shortened(text.slice(letter).trim()) }));
  });
  return places.slice(0, mostSplits);
}

const untitled = new Set(['clause', 'point', 'preamble', 'closing']);

/** One piece as it may be corrected; null where there is none. */
export function pieceOf({ pieces }: Step, index: number): DraftPieceView | null {
  const { clauses } = treeOf(pieces);
  const [piece, clause] = [pieces[index], clauses[index]];
  if (piece === undefined || clause === undefined) return null;
  return {
    index,
    kind: clause.kind,
    title: nameOf(clause, clauses),
    heading: untitled.has(clause.kind) || clause.heading === '' ? null : clause.heading,
    mayMerge: index > 0,
    splits: splitsOf(piece),
  };
}
