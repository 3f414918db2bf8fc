import type { KnownSums } from './sums.ts';

/** How often everything is looked at again; what is left then would need a linear program. */
const MOST_ROUNDS = 12;

/**
 * How many people of each inner cell can have answered what, by what is shown: every number lies between `least` and
 * `most` (cell-major, `width` categories). Each sum bounds each of its parts by what the others can hold at least and at
 * most; so does the number of people in a cell. Bounds only ever get closer.
 */
export class Bounds {
  readonly least: Int32Array;
  readonly most: Int32Array;
  private readonly weight: Uint32Array;
  private readonly width: number;
  private changed = false;

  constructor(weight: Uint32Array, width: number) {
    this.weight = weight;
    this.width = width;
    this.least = new Int32Array(weight.length * width);
    this.most = new Int32Array(weight.length * width);
    weight.forEach((people, cell) => this.most.fill(people, cell * width, (cell + 1) * width));
  }

  tighten(known: KnownSums): void {
    const sums = known.start.length - 1;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.changed = false;
      for (let sum = 0; sum < sums; sum++) {
        for (let category = 0; category < this.width; category++) this.bySum(known, sum, category);
      }
      for (let cell = 0; cell < this.weight.length; cell++) this.byCell(cell);
      if (!this.changed) return;
    }
  }

  private bySum({ start, cells, coefs, told }: KnownSums, sum: number, category: number): void {
    const { least, most, width } = this;
    const [from, to] = [start[sum]!, start[sum + 1]!];
    let low = 0;
    let high = 0;
    let widest = 0;
    for (let at = from; at < to; at++) {
      const part = cells[at]! * width + category;
      const coef = coefs[at]!;
      low += coef * (coef > 0 ? least[part]! : most[part]!);
      high += coef * (coef > 0 ? most[part]! : least[part]!);
      const room = Math.abs(coef) * (most[part]! - least[part]!);
      if (room > widest) widest = room;
    }
    // All others at their least leave `spare` for one to rise by; all others at their most, `missing` to fall by.
    const spare = told[sum * width + category]! - low;
    const missing = high - told[sum * width + category]!;
    if (spare >= widest && missing >= widest) return;
    for (let at = from; at < to; at++) {
      const part = cells[at]! * width + category;
      const coef = coefs[at]!;
      const rise = Math.floor(spare / Math.abs(coef));
      const fall = Math.floor(missing / Math.abs(coef));
      const bottom = least[part]!;
      const top = most[part]!;
      if (bottom === top) continue;
      if (coef > 0) this.narrow(part, top - fall, bottom + rise);
      else this.narrow(part, top - rise, bottom + fall);
    }
  }

  private byCell(cell: number): void {
    const { least, most, width } = this;
    let [low, high] = [0, 0];
    for (let part = cell * width; part < (cell + 1) * width; part++) {
      low += least[part]!;
      high += most[part]!;
    }
    const people = this.weight[cell]!;
    for (let part = cell * width; part < (cell + 1) * width; part++) {
      this.narrow(part, people - (high - most[part]!), people - (low - least[part]!));
    }
  }

  private narrow(part: number, least: number, most: number): void {
    if (least > this.least[part]!) {
      this.least[part] = least;
      this.changed = true;
    }
    if (most < this.most[part]!) {
      this.most[part] = most;
      this.changed = true;
    }
  }
}
