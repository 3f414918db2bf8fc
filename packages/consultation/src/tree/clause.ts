import type { DraftLine } from '../draft/line.ts';

export type Kind =
  'preamble' | 'part' | 'chapter' | 'section' | 'article' | 'clause' | 'point' | 'appendix' | 'closing';

/** A run of lines of a draft and what it is. All pieces in order hold every line once: nothing of a text is lost. */
export interface Piece {
  kind: Kind;
  rank: number;
  number: string;
  value: number | null;
  segment: string;
  /** How many letters of the first line are its label. */
  length: number;
  lines: DraftLine[];
}

/** A piece in its place: where it lies, what it is called, what it says. */
export interface Clause {
  /** Place among the pieces. */
  index: number;
  kind: Kind;
  /** Unique in its version: `dieu-8.k1.a`. */
  path: string;
  /** As printed: `Điều 8.`, `1.`, `a)`. */
  label: string;
  heading: string;
  /** What it says itself, without label, heading and what lies within it; paragraphs parted by `\n`. */
  text: string;
  /** The clause it lies in, by index; -1 at the top. */
  parent: number;
  depth: number;
  /** Whether a person would answer to it: it says something of its own, and is no beginning and no end. */
  answerable: boolean;
  /** Whether a line of it had its letters and marks apart in the file. */
  decomposed: boolean;
}

/** What a person should look at, with the place of it. */
export interface TreeNote {
  code: 'number-missing' | 'number-twice' | 'number-out-of-order' | 'doubtful-level' | 'no-text' | 'no-structure';
  /** Index of the piece. */
  index: number;
  path: string;
}

export interface ClauseTree {
  clauses: Clause[];
  notes: TreeNote[];
}
