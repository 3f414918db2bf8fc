import type { GroupSet } from '../../groups/types.ts';
import { kindsOf } from './alike.ts';
import type { Block } from './block.ts';
import type { Truth } from './truth.ts';

/** From each group so many people of either answer are taken in, those first who bring in the fewest further groups. */
const FAN = 4;
/** Of a large group so many are looked at, from the cell where the search began. */
const LOOKED_AT = 240;

/** Which inner cells share their lowest shown groups. */
export class Neighbours {
  /** `lowest[at * cells + cell]`, see `lowestShown`. */
  private readonly lowest: Int32Array;
  private readonly cells: number;
  private readonly breakdowns: number;
  /** Cells by their lowest groups: those of group g are `held[start[g]]` to `held[start[g + 1] - 1]`, ascending. */
  private readonly start: Uint32Array;
  private readonly held: Uint32Array;
  private readonly isChosen: Uint8Array;
  private readonly isReached: Uint8Array;
  private readonly numberOf: Int32Array;

  /** `many`: groups are numbered below it. */
  constructor({ inner }: GroupSet, lowest: Int32Array, many: number) {
    this.lowest = lowest;
    this.cells = inner.unit.length;
    this.breakdowns = this.cells === 0 ? 0 : lowest.length / this.cells;
    this.start = new Uint32Array(many + 1);
    for (const group of lowest) if (group >= 0) this.start[group + 1]!++;
    for (let group = 0; group < many; group++) this.start[group + 1]! += this.start[group]!;
    this.held = new Uint32Array(this.start[many]!);
    const next = this.start.slice();
    lowest.forEach((group, at) => {
      if (group >= 0) this.held[next[group]!++] = at % this.cells;
    });
    this.isChosen = new Uint8Array(this.cells);
    this.isReached = new Uint8Array(many);
    this.numberOf = new Int32Array(many).fill(-1);
  }

  /** A number per cell: people of cells with the same cannot be told apart. */
  kinds(): Uint32Array {
    return kindsOf(this.lowest, this.cells, this.numberOf.length);
  }

  blockOf(cells: readonly number[]): Block {
    const { breakdowns, numberOf } = this;
    const groups = new Int32Array(cells.length * breakdowns).fill(-1);
    const met: number[] = [];
    cells.forEach((cell, place) => {
      for (let at = 0; at < breakdowns; at++) {
        const group = this.lowest[at * this.cells + cell]!;
        if (group < 0) continue;
        if (numberOf[group] === -1) numberOf[group] = met.push(group) - 1;
        groups[place * breakdowns + at] = numberOf[group]!;
      }
    });
    for (const group of met) numberOf[group] = -1;
    return { cells, groups, breakdowns, many: met.length };
  }

  /** About `reach` cells around one, with people who answered either way: enough to make up for a change in it. */
  around(start: number, truth: Truth, answers: readonly [number, number], reach: number): number[] {
    const chosen: number[] = [];
    const reached: number[] = [];
    const choose = (cell: number): void => {
      chosen.push(cell);
      this.isChosen[cell] = 1;
      for (let at = cell; at < this.lowest.length; at += this.cells) {
        const group = this.lowest[at]!;
        if (group < 0 || this.isReached[group] === 1) continue;
        this.isReached[group] = 1;
        reached.push(group);
      }
    };
    choose(start);
    for (let at = 0; at < reached.length && chosen.length < reach; at++) {
      for (const answer of answers) this.nearest(reached[at]!, start, truth, answer).forEach(choose);
    }
    for (const cell of chosen) this.isChosen[cell] = 0;
    for (const group of reached) this.isReached[group] = 0;
    return chosen;
  }

  private nearest(group: number, near: number, truth: Truth, answer: number): number[] {
    const [from, to] = [this.start[group]!, this.start[group + 1]!];
    const first = this.firstFrom(from, to, near);
    const byFresh: number[][] = Array.from({ length: this.breakdowns + 1 }, () => []);
    for (let step = 0; step < Math.min(to - from, LOOKED_AT); step++) {
      const cell = this.held[from + ((first - from + step) % (to - from))]!;
      if (this.isChosen[cell] === 1 || truth.counts[cell * truth.width + answer] === 0) continue;
      const found = byFresh[this.freshGroups(cell)]!;
      if (found.length < FAN) found.push(cell);
      if (byFresh[0]!.length === FAN) break;
    }
    return byFresh.flat().slice(0, FAN);
  }

  private firstFrom(from: number, to: number, cell: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.held[middle]! < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private freshGroups(cell: number): number {
    let fresh = 0;
    for (let at = cell; at < this.lowest.length; at += this.cells) {
      if (this.lowest[at]! >= 0 && this.isReached[this.lowest[at]!] === 0) fresh++;
    }
    return fresh;
  }
}
