import type { GroupSet } from '../../groups/types.ts';
import { type Block, movable } from './block.ts';
import { Exchange } from './exchange.ts';
import type { Neighbours } from './neighbours.ts';
import type { Truth } from './truth.ts';

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
  private readonly truth: Truth;
  /** The answer of everybody in the cell, -1 where that is open. */
  private readonly answer: Int8Array;
  private readonly cellsOfUnit: readonly (readonly number[])[];

  constructor({ tree, inner }: GroupSet, truth: Truth) {
    this.truth = truth;
    this.answer = Int8Array.from(inner.unit, (_, cell) => onlyAnswer(truth, cell));
    const cells: number[][] = Array.from({ length: tree.parent.length }, () => []);
    inner.unit.forEach((unit, cell) => cells[unit]!.push(cell));
    this.cellsOfUnit = cells;
  }

  /** The cells for which no other world is known. */
  left(): number[] {
    return [...this.answer.keys()].filter((cell) => this.answer[cell]! >= 0);
  }

  /** Looks for other worlds, within each unit first. */
  clear(neighbours: Neighbours): void {
    for (const cells of this.cellsOfUnit) this.within(cells, neighbours);
    for (const reach of REACHES) for (const cell of this.left()) this.around(cell, neighbours, reach);
  }

  private within(cells: readonly number[], neighbours: Neighbours): void {
    if (!cells.some((cell) => this.answer[cell]! >= 0)) return;
    const usual = this.byPeople(cells);
    const block = neighbours.blockOf(cells);
    for (const one of usual) {
      for (const other of usual) {
        if (!cells.some((cell) => this.answer[cell] === one)) break;
        if (one !== other) this.exchange(block, one, other);
      }
    }
  }

  private byPeople(cells: readonly number[]): number[] {
    const people = new Array<number>(this.truth.width).fill(0);
    for (const cell of cells) {
      for (let category = 0; category < people.length; category++) people[category]! += this.has(cell, category);
    }
    return [...people.keys()].filter((one) => people[one]! > 0).sort((a, b) => people[b]! - people[a]!);
  }

  private around(cell: number, neighbours: Neighbours, reach: number): void {
    for (let other = 0; other < this.truth.width; other++) {
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
    for (let isOpening = true; isOpening;) {
      exchange.raise(gain, MOST_STEPS);
      isOpening = false;
      own.forEach((cell, at) => {
        if (gain[at] === 0 || exchange.moved[at] === 0) return;
        this.answer[cell] = -1;
        gain[at] = 0;
        isOpening = true;
      });
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

/** What everybody of a cell answered who was asked; -1 where they do not agree, or nobody was. */
function onlyAnswer({ counts, width }: Truth, cell: number): number {
  let only = -1;
  for (let category = 0; category < width; category++) {
    if (counts[cell * width + category] === 0) continue;
    if (only >= 0) return -1;
    only = category;
  }
  return only;
}
