import type { InnerCells } from '../../groups/types.ts';
import { chanceFrom } from '../../ledger/chance.ts';
import { leastTold, type ShownBefore } from '../shownBefore.ts';
import type { Truth } from './truth.ts';

/** So many swaps are tried at most for each person; a world that fits is mostly found with a few. */
const TRIES_EACH = 200;
const MOST_TRIES = 4_000_000;

/** What a figure asks for where it is not exact: at least so many, or nothing. */
const AT_LEAST = 1;
const ANY = 2;

/**
 * A world that fits what earlier releases showed: nobody knows who of a cell answered what when some of them had been
 * counted before, and any world that fits is as good as the truth. `truth` holds the answers of today, of cells that differ
 * in the release alone anyhow; people of such cells swap answers until all figures come out. Null where that fails.
 */
export function fitEarlier(
  inner: InnerCells,
  truth: Truth,
  earlier: readonly ShownBefore[],
  sensitive: boolean,
): Truth | null {
  return earlier.length === 0 ? truth : new Fit(inner, truth, earlier, sensitive).found();
}

class Fit {
  private readonly counts: Uint32Array;
  private readonly width: number;
  /** The figures that hold each cell. */
  private readonly figuresOf: number[][];
  /** By how many each figure is too low, figure-major, and whether that may be, or may be the other way round. */
  private readonly missing: Int32Array;
  private readonly rule: Uint8Array;
  private readonly urgent: Float64Array;
  /** The other cells of the same people, counted first in other releases. */
  private readonly siblings: readonly (readonly number[])[];
  private readonly people: number;
  private off = 0;

  constructor(inner: InnerCells, truth: Truth, earlier: readonly ShownBefore[], sensitive: boolean) {
    const width = truth.width + 1;
    this.counts = withUnasked(inner.weight, truth);
    this.width = width;
    this.people = inner.weight.reduce((sum, people) => sum + people, 0);
    this.siblings = siblingsIn(inner);
    this.figuresOf = Array.from({ length: inner.unit.length }, () => []);
    this.missing = new Int32Array(earlier.length * width);
    this.rule = new Uint8Array(earlier.length * width);
    const most = earlier.reduce((largest, { column }) => Math.max(largest, column.cells.length), 0);
    // What few people make up comes first: the larger figures are put right by people outside of the smaller ones.
    this.urgent = Float64Array.from(earlier, ({ column }) => Math.ceil(most / column.cells.length));
    earlier.forEach((one, figure) => {
      const people = one.column.cells.reduce((sum, cell) => sum + inner.weight[cell]!, 0);
      if ('counts' in one) this.expectCounts(figure, one.counts, people);
      else this.expectBand(figure, one.option, leastTold(people, sensitive));
      for (const cell of one.column.cells) {
        this.figuresOf[cell]!.push(figure);
        for (let answer = 0; answer < width; answer++) {
          this.missing[figure * width + answer]! -= this.counts[cell * width + answer]!;
        }
      }
    });
    for (let at = 0; at < this.missing.length; at++) this.off += this.offAt(at);
  }

  private expectCounts(figure: number, told: ArrayLike<number>, people: number): void {
    let unasked = people;
    for (let answer = 0; answer < told.length; answer++) {
      this.missing[figure * this.width + answer] = told[answer]!;
      unasked -= told[answer]!;
    }
    this.missing[(figure + 1) * this.width - 1] = unasked;
  }

  private expectBand(figure: number, option: number, least: number): void {
    this.rule.fill(ANY, figure * this.width, (figure + 1) * this.width);
    this.rule[figure * this.width + option] = AT_LEAST;
    this.missing[figure * this.width + option] = least;
  }

  private offAt(at: number): number {
    if (this.rule[at] === ANY) return 0;
    const off = this.rule[at] === AT_LEAST ? Math.max(0, this.missing[at]!) : Math.abs(this.missing[at]!);
    return off * this.urgent[Math.floor(at / this.width)]!;
  }

  found(): Truth | null {
    const chance = chanceFrom(this.people);
    const open = [...this.siblings.keys()].filter((cell) => this.siblings[cell]!.length > 0);
    const most = Math.min(MOST_TRIES, TRIES_EACH * this.people);
    for (let tries = 0; this.off > 0 && open.length > 0 && tries < most; tries++) {
      const cell = open[chance(open.length)]!;
      const other = this.siblings[cell]![chance(this.siblings[cell]!.length)]!;
      this.trySwap(cell, other, chance(this.width), chance(this.width), chance(20) === 0);
    }
    if (this.off > 0) return null;
    const width = this.width - 1;
    return { counts: this.counts.filter((_, at) => at % this.width < width), width };
  }

  /** One of `cell` who answered `one` and one of `other` who answered `two` change places, where that brings figures nearer. */
  private trySwap(cell: number, other: number, one: number, two: number, isBold: boolean): void {
    const { counts, width } = this;
    if (one === two || counts[cell * width + one] === 0 || counts[other * width + two] === 0) return;
    const before = this.off;
    this.swap(cell, other, one, two);
    if (this.off > before + (isBold ? 2 : 0)) this.swap(cell, other, two, one);
  }

  private swap(cell: number, other: number, one: number, two: number): void {
    this.move(cell, one, -1);
    this.move(cell, two, 1);
    this.move(other, two, -1);
    this.move(other, one, 1);
  }

  private move(cell: number, answer: number, people: number): void {
    this.counts[cell * this.width + answer]! += people;
    for (const figure of this.figuresOf[cell]!) {
      const at = figure * this.width + answer;
      this.off -= this.offAt(at);
      this.missing[at]! -= people;
      this.off += this.offAt(at);
    }
  }
}

/** Who was not asked has a category of his own, the last: with it everybody of a cell is there. */
function withUnasked(weight: Uint32Array, { counts, width }: Truth): Uint32Array {
  const all = new Uint32Array(weight.length * (width + 1));
  weight.forEach((people, cell) => {
    let unasked = people;
    for (let answer = 0; answer < width; answer++) {
      all[cell * (width + 1) + answer] = counts[cell * width + answer]!;
      unasked -= counts[cell * width + answer]!;
    }
    all[cell * (width + 1) + width] = unasked;
  });
  return all;
}

function siblingsIn({ unit, values }: InnerCells): number[][] {
  const width = unit.length === 0 ? 0 : values.length / unit.length;
  const same = new Map<string, number[]>();
  const nameOf = (cell: number): string =>
    `${unit[cell]} ${values.subarray(cell * width, (cell + 1) * width).join(' ')}`;
  unit.forEach((_, cell) => same.set(nameOf(cell), [...(same.get(nameOf(cell)) ?? []), cell]));
  return Array.from(unit, (_, cell) => same.get(nameOf(cell))!.filter((other) => other !== cell));
}
