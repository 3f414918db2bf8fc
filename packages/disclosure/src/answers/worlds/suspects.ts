import { Able } from './able.ts';
import { Barred } from './barred.ts';
import { Cycles } from './cycles.ts';
import type { Neighbours } from './neighbours.ts';
import { MOST_STATES, Settlement } from './settlement.ts';
import { sidesOf } from './sides.ts';
import type { Moved, Truth } from './truth.ts';
import { onlyAnswer, type World } from './world.ts';

/** So many states of a settlement are looked at where searches were in vain before more was hidden. */
const STATES_AGAIN = MOST_STATES / 2;
/** A cycle is given up when so many cells have been looked at for it. */
const FAR = 400;
/** Cycles are looked for while more than one cell of so many is left; a few are sooner settled one by one. */
const FEW = 50;
/** Rows are split otherwise when, after the first so many cells, fewer than one in so many lies on a cycle. */
const TRIED = 500;
const WORTH = 20;
/** With fewer rows, two on the left leave one on the right, which is a split already. */
const ROWS_FOR_PAIRS = 4;

/**
 * Inner cells whose people all gave one answer, as long as no other world is known that fits all that is shown.
 *
 * A world: some people who answered one thing answered another and others the reverse, so that every figure stays as it
 * is. One such world proves that an answer is not certain; where none is found, it counts as certain. Hiding groups only
 * makes more worlds fit, so what is open once stays open.
 */
export class Suspects {
  /** Those that were found, and why each cell is open. */
  readonly worlds: World[] = [];
  private readonly neighbours: Neighbours;
  private readonly truth: Truth;
  private readonly barred: Barred;
  private readonly settlement: Settlement;
  /** The answer of everybody in the cell, -1 where that is open. */
  private readonly answer: Int8Array;
  /** Answers by how many gave them, everywhere and by unit total: where many gave one there are most worlds. */
  private readonly usual: readonly number[];
  private isAgain = false;
  private readonly usualIn: (readonly number[] | undefined)[];

  constructor(neighbours: Neighbours, truth: Truth) {
    this.neighbours = neighbours;
    this.truth = truth;
    const able = new Able(neighbours, truth);
    this.barred = new Barred(neighbours, able);
    this.settlement = new Settlement(neighbours, truth, able);
    this.answer = Int8Array.from({ length: neighbours.cells }, (_, cell) => onlyAnswer(truth, cell));
    this.usual = byPeople(truth, this.answer.keys());
    this.usualIn = new Array<readonly number[] | undefined>(neighbours.members.length);
  }

  /** The cells for which no other world is known. */
  left(): number[] {
    const left: number[] = [];
    for (let cell = 0; cell < this.answer.length; cell++) if (this.answer[cell]! >= 0) left.push(cell);
    return left;
  }

  /** Looks for other worlds: along cycles, then one cell after the other. */
  clear(): void {
    for (const own of splitsOf(this.neighbours.rows)) {
      if (this.left().length * FEW < this.answer.length) break;
      this.alongCycles(own);
    }
    const most = this.isAgain ? STATES_AGAIN : MOST_STATES;
    this.isAgain = true;
    for (const cell of this.left()) {
      this.open(cell, (one, other) =>
        this.barred.is(cell, one, other) ? null : this.settlement.of(cell, one, other, most),
      );
    }
  }

  private alongCycles(own: readonly number[]): void {
    const { rows, members } = this.neighbours;
    const all = Array.from({ length: rows }, (_, row) => this.neighbours.row(row));
    const cycles = new Cycles(sidesOf(all, own, members.length), this.truth);
    let found = 0;
    for (const [tried, cell] of this.left().entries()) {
      if (found * WORTH + TRIED < tried) return;
      if (this.open(cell, (one, other) => cycles.through(cell, one, other, FAR))) found++;
    }
  }

  private usualOf(cell: number): readonly number[] {
    const { lowest, rows, members } = this.neighbours;
    const total = lowest[cell * rows]!;
    return total < 0 ? this.usual : (this.usualIn[total] ??= byPeople(this.truth, members[total]!));
  }

  /** Whether the cell is open, by what is found or before. */
  private open(cell: number, found: (one: number, other: number) => Moved | null): boolean {
    const one = this.answer[cell]!;
    if (one < 0) return true;
    for (const other of this.usualOf(cell)) {
      const moved = one === other ? null : found(one, other);
      if (!moved) continue;
      const { cells, people } = moved;
      this.worlds.push({ one, other, cells: Uint32Array.from(cells), moved: Int32Array.from(people) });
      for (const each of cells) this.answer[each] = -1;
      return true;
    }
    return false;
  }
}

/** Which rows stand on the left: each alone, and any two breakdowns. */
function splitsOf(rows: number): number[][] {
  const splits = Array.from({ length: rows }, (_, row) => [row]);
  for (let other = 2; rows >= ROWS_FOR_PAIRS && other < rows; other++) {
    for (let one = 1; one < other; one++) splits.push([one, other]);
  }
  return splits;
}

function byPeople({ counts, width }: Truth, cells: Iterable<number>): number[] {
  const people = new Array<number>(width).fill(0);
  for (const cell of cells) {
    for (let answer = 0; answer < width; answer++) people[answer]! += counts[cell * width + answer]!;
  }
  return [...people.keys()].sort((a, b) => people[b]! - people[a]!);
}
