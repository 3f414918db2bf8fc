import type { DraftLine } from '../draft/line.ts';
import type { Kind, Piece } from './clause.ts';
import { labelOf, RANK } from './label.ts';
import { headed } from './outline.ts';

/** One correction of a person to the tree that was read. */
export type Edit =
  /** The piece becomes part of the text of the one before it. */
  | { act: 'merge'; index: number }
  /** Another piece begins at this line of it, or at this letter of this line. */
  | { act: 'split'; index: number; line: number; letter?: number }
  | { act: 'relevel'; index: number; kind: Kind }
  | { act: 'retitle'; index: number; heading: string };

/** The pieces now, and as they were before each correction. */
export interface Corrections {
  pieces: readonly Piece[];
  before: readonly (readonly Piece[])[];
}

const rankOf: Readonly<Record<Kind, number>> = {
  preamble: RANK.appendix,
  appendix: RANK.appendix,
  closing: RANK.appendix,
  part: RANK.part,
  chapter: RANK.chapter,
  section: RANK.section,
  article: RANK.article,
  clause: RANK.clause,
  point: RANK.point,
};

const segmentOf: Readonly<Record<Kind, string>> = {
  preamble: 'mo-dau',
  appendix: 'phu-luc',
  closing: 'ket-thuc',
  part: 'phan',
  chapter: 'chuong',
  section: 'muc',
  article: 'dieu',
  clause: 'k',
  point: '-',
};

function merged(pieces: readonly Piece[], index: number): Piece[] | null {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  if (before === undefined || piece === undefined) return null;
  return pieces.toSpliced(index - 1, 2, { ...before, lines: [...before.lines, ...piece.lines] });
}

/** What begins at a line: what its label says, otherwise one more of the same kind without a number. */
function pieceFrom(lines: DraftLine[], like: Piece): Piece {
  const label = labelOf(lines[0]!);
  if (label !== null) {
    const { kind, rank, number, value, segment, length } = label;
    return { kind, rank, number, value, segment, length, lines };
  }
  return { kind: like.kind, rank: like.rank, number: '', value: null, segment: segmentOf[like.kind], length: 0, lines };
}

function split(pieces: readonly Piece[], index: number, at: number, letter: number): Piece[] | null {
  const piece = pieces[index];
  const line = piece?.lines[at];
  if (piece === undefined || line === undefined || (at === 0 && letter <= piece.length)) return null;
  if (letter < 0 || letter >= line.text.length) return null;
  const [head, tail] = [line.text.slice(0, letter), line.text.slice(letter)];
  const before = head === '' ? piece.lines.slice(0, at) : [...piece.lines.slice(0, at), { ...line, text: head }];
  const after = [{ ...line, text: tail, begins: true }, ...piece.lines.slice(at + 1)];
  return pieces.toSpliced(index, 1, { ...piece, lines: before }, pieceFrom(after, piece));
}

function releveled(pieces: readonly Piece[], index: number, kind: Kind): Piece[] | null {
  const piece = pieces[index];
  if (piece === undefined || piece.kind === kind) return null;
  const number = piece.number.toLowerCase();
  const prefix = segmentOf[kind];
  const segment =
    number === '' || kind === 'point' ? number || prefix : `${prefix}${kind === 'clause' ? '' : '-'}${number}`;
  return pieces.with(index, { ...piece, kind, rank: rankOf[kind], segment });
}

/** The lines behind the title: it may stand below its number, and take several. */
function linesBehindTitle({ kind, length, lines }: Piece): DraftLine[] {
  if (kind === 'clause' || kind === 'point') return lines.slice(1);
  const own = lines.map(({ text }, i) => (i === 0 ? text.slice(length).trim() : text)).filter((text) => text !== '');
  const behind = kind === 'article' ? Math.max(own.length - 1, 0) : headed(own).text.length;
  return lines.slice(lines.length - behind);
}

function retitled(pieces: readonly Piece[], index: number, heading: string): Piece[] | null {
  const piece = pieces[index];
  const line = piece?.lines[0];
  if (piece === undefined || line === undefined) return null;
  const label = line.text.slice(0, piece.length).trimEnd();
  const text = label === '' ? heading.trim() : `${label} ${heading.trim()}`;
  const length = Math.min(label === '' ? 0 : label.length + 1, text.length);
  return pieces.with(index, { ...piece, length, lines: [{ ...line, text }, ...linesBehindTitle(piece)] });
}

/** The pieces after one correction; null where it makes no sense there. Nothing but a retitled heading changes words. */
export function edited(pieces: readonly Piece[], edit: Edit): readonly Piece[] | null {
  if (edit.act === 'merge') return merged(pieces, edit.index);
  if (edit.act === 'split') return split(pieces, edit.index, edit.line, edit.letter ?? 0);
  if (edit.act === 'relevel') return releveled(pieces, edit.index, edit.kind);
  return retitled(pieces, edit.index, edit.heading);
}

/** One more correction, with the way back; null where it makes no sense. */
export function correct(state: Corrections, edit: Edit): Corrections | null {
  const pieces = edited(state.pieces, edit);
  return pieces === null ? null : { pieces, before: [...state.before, state.pieces] };
}

/** The state before the last correction; the state itself where there was none. */
export function undo(state: Corrections): Corrections {
  const pieces = state.before.at(-1);
  return pieces === undefined ? state : { pieces, before: state.before.slice(0, -1) };
}
