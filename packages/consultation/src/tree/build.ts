import type { DraftLine } from '../draft/line.ts';
import type { Clause, ClauseTree, Piece, TreeNote } from './clause.ts';
import { notesOn } from './notes.ts';
import { outline } from './outline.ts';
import { cut } from './pieces.ts';

/** The tree of given pieces: what corrections of a person have made of them. */
export function treeOf(pieces: readonly Piece[], doubtful: ReadonlySet<number> = new Set()): ClauseTree {
  const clauses = outline(pieces);
  return { clauses, notes: notesOn(pieces, clauses, doubtful) };
}

/** Cuts the lines of a draft into pieces and says what lies where, what it is called and what a person should look at. */
export function readTree(lines: readonly DraftLine[]): ClauseTree & { pieces: Piece[] } {
  const { pieces, doubtful, hasStructure } = cut(lines);
  const { clauses, notes } = treeOf(pieces, doubtful);
  const none: TreeNote[] = hasStructure ? [] : [{ code: 'no-structure', index: 0, path: clauses[0]?.path ?? '' }];
  return { pieces, clauses, notes: [...none, ...notes] };
}

/** The clauses a person can answer to, in order. */
export const answerable = (clauses: readonly Clause[]): Clause[] => clauses.filter((clause) => clause.answerable);
