import { partOf } from './figures.ts';
import type { ShownTable } from './shown.ts';

/** A piece of a bar whose options lie beside each other; percent of its length. */
export interface Piece {
  tone: number;
  from: number;
  share: number;
}

/** The pieces of one row, in the order of its options; `null` where they may not be shown. */
export function piecesOf(type: string, { options, cell }: ShownTable): Piece[] | null {
  const parts = options.map((_, at) => partOf(type, cell, at + 1));
  if (parts.every((part) => part === null)) return null;
  const shares = parts.map((part) => part ?? 0);
  return shares.flatMap((share, at) => {
    const from = shares.slice(0, at).reduce((sum, before) => sum + before, 0);
    return share > 0 ? [{ tone: toneOf(type, options, at), from, share }] : [];
  });
}

/** 1–5 run from the low end of a scale to the high one, of places from the last to the first; 0 stands outside it. */
export function toneOf(type: string, options: ShownTable['options'], at: number): number {
  if (type === 'rank') return toneOf('scale', options, options.length - 1 - at);
  const inScale = options.flatMap(({ score }, position) => (score === null ? [] : [position]));
  const place = inScale.indexOf(at);
  return place < 0 ? 0 : Math.round(1 + (4 * place) / Math.max(1, inScale.length - 1));
}
