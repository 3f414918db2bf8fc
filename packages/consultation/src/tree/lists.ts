import type { Piece } from './clause.ts';
import { RANK, romanLabel, type Label } from './label.ts';
import type { Open } from './open.ts';
import type { Seen } from './scope.ts';

/** Numbers that begin anew within a numbered clause of a plan: `1.` below `3. Trình tự`. */
const rank = RANK.point - 1;
const farthest = 200;

const isTitle = (text: string): boolean => !/[.;:!?…]["”’)]*$/.test(text);

/** The numbers that come before the next section. */
function upcoming(from: number, all: readonly Seen[]): number[] {
  const values: number[] = [];
  for (const { shown, line } of all.slice(from + 1, from + 1 + farthest)) {
    if ((shown !== null && shown.rank <= RANK.article) || romanLabel(line) !== null) break;
    if (shown?.rank === RANK.clause && shown.value !== null) values.push(shown.value);
  }
  return values;
}

/** Whether the outer row goes on behind the inner one that begins here: after 1, 2, 3 comes a number that is not 4. */
function outerGoesOn(outer: number, values: readonly number[]): boolean | null {
  let inner = 1;
  for (const value of values) {
    if (value === inner + 1 && value !== outer + 1) inner = value;
    else if (value === outer + 1) return value === inner + 1 ? null : true;
    else return false;
  }
  return false;
}

/** The piece of the outer row that is open, if a row of numbers is. */
const outerPiece = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.findLast((piece) => piece.kind === 'clause' && piece.rank === RANK.clause);

function beginsInner(label: Label, outer: Piece, outerValue: number, i: number, all: readonly Seen[]): boolean {
  if (label.value !== 1 || outerValue < 1) return false;
  const goesOn = outerGoesOn(outerValue, upcoming(i, all));
  if (goesOn !== null && goesOn) return true;
  const text = outer.lines[0]!.text;
  return text.endsWith(':') || (outer.lines.length === 1 && isTitle(text) && !isTitle(all[i]!.line.text));
}

/** Both rows could go on with this number: titles go on the outer one, sentences the inner one. */
function goesOnInner(label: Label, outer: Piece, outerValue: number, inner: number, text: string): boolean {
  if (label.value !== inner + 1) return false;
  if (label.value !== outerValue + 1) return true;
  return isTitle(outer.lines[0]!.text) && !isTitle(text);
}

/** A number of a plan in its place: in the row of clauses, or in a row within the clause that is open. */
export function inItsRow(label: Label, i: number, all: readonly Seen[], open: Open, pieces: readonly Piece[]): Label {
  const outer = outerPiece(pieces);
  const outerValue = open.before(label);
  if (label.rank !== RANK.clause || label.family !== 'digit' || outer === undefined || outerValue === null)
    return label;
  const { line } = all[i]!;
  const nested: Label = { ...label, rank };
  if (outer.lines[0]!.heading !== undefined) return line.heading === undefined ? nested : label;
  const inner = open.has(rank) ? open.before(nested) : null;
  if (inner !== null) return goesOnInner(label, outer, outerValue, inner, line.text) ? nested : label;
  return beginsInner(label, outer, outerValue, i, all) ? nested : label;
}
