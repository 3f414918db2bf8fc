import type { Clause, Piece, TreeNote } from './clause.ts';
import { follows } from './number.ts';

type Code = TreeNote['code'];

/** How a number stands to the one before it in its row. */
function jump(before: number | undefined, after: number, isLetter: boolean): Code | null {
  if (before === undefined) return Math.floor(after) > 1 ? 'number-missing' : null;
  if (before === after) return 'number-twice';
  if (after < before) return 'number-out-of-order';
  return follows(before, after, isLetter) ? null : 'number-missing';
}

/** Articles are one row through a document, everything else a row within its parent. */
function rowOf(piece: Piece, clause: Clause, clauses: readonly Clause[]): string {
  if (piece.kind !== 'article') return `${clause.parent} ${piece.kind} ${piece.rank}`;
  let above = clause.parent;
  while (above !== -1 && clauses[above]!.kind !== 'appendix') above = clauses[above]!.parent;
  return `${above} article`;
}

/** Chapters of several parts may be counted through or anew: both are usual. */
const isCounted = (piece: Piece): boolean => piece.value !== null && piece.kind !== 'appendix';

/** What of a tree a person should look at: holes and repetitions in numbers, clauses without words. */
export function notesOn(
  pieces: readonly Piece[],
  clauses: readonly Clause[],
  doubtful: ReadonlySet<number>,
): TreeNote[] {
  const rows = new Map<string, number>();
  const withChildren = new Set(clauses.map(({ parent }) => parent));
  return clauses.flatMap((clause, index) => {
    const piece = pieces[index]!;
    const codes: Code[] = [];
    if (isCounted(piece)) {
      const row = rowOf(piece, clause, clauses);
      const code = jump(rows.get(row), piece.value!, piece.kind === 'point');
      if (code !== null) codes.push(code);
      rows.set(row, piece.value!);
    }
    if (doubtful.has(index)) codes.push('doubtful-level');
    if (clause.text === '' && clause.heading === '' && !withChildren.has(index)) codes.push('no-text');
    return codes.map((code) => ({ code, index, path: clause.path }));
  });
}
