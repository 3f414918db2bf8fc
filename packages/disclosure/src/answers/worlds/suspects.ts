import type { GroupSet } from '../../groups/types.ts';
import { type Block, movable } from './block.ts';
import { Exchange } from './exchange.ts';
import type { Neighbours } from './neighbours.ts';
import type { Truth } from './truth.ts';
import { onlyAnswer, type World } from './world.ts';

/** How many cells around one are looked at, first and then. */
const REACHES = [60, 240];
const MOST_STEPS = 60;

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
  private readonly truth: Truth;
  /** The answer of everybody in the cell, -1 where that is open. */
  private readonly answer: Int8Array;
  private readonly cellsOfUnit: readonly (readonly number[])[];
  /** Answers by how many gave them: where many gave one there are most worlds. */
  private readonly usual: readonly number[];

  constructor({ tree, inner }: GroupSet, truth: Truth) {
    this.truth = truth;
    this.answer = Int8Array.from(inner.unit, (_, cell) => onlyAnswer(truth, cell));
    const cells: number[][] = Array.from({ length: tree.parent.length }, () => []);
    inner.unit.forEach((unit, cell) => cells[unit]!.push(cell));
    this.cellsOfUnit = cells;
    this.usual = this.byPeople([...inner.unit.keys()]);
  }

  /** The cells for which no other world is known. */
  left(): number[] {
    return [...this.answer.keys()].filter((cell) => this.answer[cell]! >= 0);
  }

  /** Looks for other worlds: among people who cannot be told apart, then within each unit, then around. */
  clear(neighbours: Neighbours): void {
    this.amongAlike(neighbours);
    for (const cells of this.cellsOfUnit) this.within(cells, neighbours);
    for (const reach of REACHES) for (const cell of this.left()) this.around(cell, neighbours, reach);
  }

  /** Two people of cells that lie in the same shown groups can always have given each other's answer. */
  private amongAlike(neighbours: Neighbours): void {
    const kinds = neighbours.kinds();
    const { width } = this.truth;
    const somebody = new Map<number, number>();
    kinds.forEach((kind, cell) => {
      for (let category = 0; category < width; category++) {
        if (this.has(cell, category) > 0) somebody.set(kind * width + category, cell);
      }
    });
    for (const cell of this.left()) {
      const one = this.answer[cell]!;
      for (let other = 0; this.answer[cell]! >= 0 && other < width; other++) {
        const partner = one === other ? undefined : somebody.get(kinds[cell]! * width + other);
        if (partner !== undefined) this.open(one, other, [cell, partner], [1, -1]);
      }
    }
  }

  private open(one: number, other: number, cells: readonly number[], moved: readonly number[]): void {
    this.worlds.push({ one, other, cells: Uint32Array.from(cells), moved: Int32Array.from(moved) });
    for (const cell of cells) this.answer[cell] = -1;
  }

  private within(cells: readonly number[], neighbours: Neighbours): void {
    if (!cells.some((cell) => this.answer[cell]! >= 0)) return;
    const usual = this.byPeople(cells);
    const block = neighbours.blockOf(cells);
    // An exchange goes either way, so each pair comes once.
    usual.forEach((one, at) => {
      for (const other of usual.slice(at + 1)) {
        if (cells.some((cell) => this.gain(cell, one, other) !== 0)) this.exchange(block, one, other);
      }
    });
  }

  private byPeople(cells: readonly number[]): number[] {
    const people = new Array<number>(this.truth.width).fill(0);
    for (const cell of cells) {
      for (let category = 0; category < people.length; category++) people[category]! += this.has(cell, category);
    }
    return [...people.keys()].sort((a, b) => people[b]! - people[a]!);
  }

  private around(cell: number, neighbours: Neighbours, reach: number): void {
    for (const other of this.usual) {
      const one = this.answer[cell]!;
      if (one < 0) return;
      if (one === other) continue;
      const cells = neighbours.around(cell, this.truth, [one, other], reach);
      this.exchange(neighbours.blockOf(cells), one, other);
    }
  }

  /** Opens all cells between which people of the one answer and of the other can be exchanged. */
  private exchange(block: Block, one: number, other: number): void {
    const { cells } = block;
    const places: number[] = [];
    cells.forEach((cell, place) => this.has(cell, one) + this.has(cell, other) > 0 && places.push(place));
    const { columns, rows } = movable(block, places);
    const own = columns.map((place) => cells[place]!);
    const gain = Float64Array.from(own, (cell) => this.gain(cell, one, other));
    if (gain.every((each) => each === 0)) return;
    const low = Float64Array.from(own, (cell) => -this.has(cell, other));
    const high = Float64Array.from(own, (cell) => this.has(cell, one));
    const exchange = new Exchange(rows, low, high);
    for (;;) {
      exchange.raise(gain, MOST_STEPS);
      const moved = [...own.keys()].filter((at) => exchange.moved[at] !== 0);
      if (!moved.some((at) => gain[at] !== 0)) return;
      const people = moved.map((at) => exchange.moved[at]!);
      const open = moved.map((at) => own[at]!);
      this.open(one, other, open, people);
      for (const at of moved) gain[at] = 0;
    }
  }

  private gain(cell: number, one: number, other: number): number {
    if (this.answer[cell] === one) return 1;
    return this.answer[cell] === other ? -1 : 0;
  }

  private has(cell: number, category: number): number {
    return this.truth.counts[cell * this.truth.width + category]!;
  }
}
