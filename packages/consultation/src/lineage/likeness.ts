import type { Side, Unit } from './unit.ts';

/** How alike two clauses are, 0 to 1. */
export interface Likeness {
  /** Shared words as a share of all of both. */
  both: number;
  /** Shared words as a share of the shorter one: a clause that was extended keeps all of its own. */
  shorter: number;
}

/** Weighs words by how rare they are in both versions together: what every clause says tells nothing. */
export class Weights {
  private readonly weights: Float64Array;
  private readonly totals = new Map<Unit, number>();
  private readonly known = new Map<Unit, Map<Unit, Likeness>>();

  constructor(sides: readonly Side[], words: number) {
    const found = new Float64Array(words);
    const units = sides.flatMap((side) => side.units);
    for (const unit of units) for (const word of unit.counts.keys()) found[word]! += 1;
    this.weights = found.map((times) => Math.log(1 + units.length / Math.max(times, 1)));
  }

  of(word: number): number {
    return this.weights[word]!;
  }

  total(unit: Unit): number {
    const known = this.totals.get(unit);
    if (known !== undefined) return known;
    let sum = 0;
    for (const [word, times] of unit.counts) sum += this.weights[word]! * times;
    this.totals.set(unit, sum);
    return sum;
  }

  /** How alike an old clause and a new one are; asked again in every round. */
  likeness(one: Unit, other: Unit): Likeness {
    const row = this.known.get(one) ?? new Map<Unit, Likeness>();
    this.known.set(one, row);
    const known = row.get(other) ?? this.compare(one, other);
    row.set(other, known);
    return known;
  }

  private compare(one: Unit, other: Unit): Likeness {
    const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
    let shared = 0;
    for (const [word, times] of few.counts) {
      const there = many.counts.get(word);
      if (there !== undefined) shared += this.weights[word]! * Math.min(times, there);
    }
    const [a, b] = [this.total(one), this.total(other)];
    if (shared === 0) return { both: 0, shorter: 0 };
    return { both: (2 * shared) / (a + b), shorter: shared / Math.min(a, b) };
  }
}

const mostAlike = 8;
/** A word that so large a share of all clauses have finds nothing. */
const tooCommon = 0.2;

/** Finds for a clause those of the other side that share the most rare words with it. */
export class Index {
  private readonly postings = new Map<number, number[]>();
  private readonly side: Side;
  private readonly weights: Weights;

  constructor(side: Side, weights: Weights) {
    [this.side, this.weights] = [side, weights];
    for (const unit of side.units)
      for (const word of unit.counts.keys()) {
        const known = this.postings.get(word);
        if (known === undefined) this.postings.set(word, [unit.at]);
        else known.push(unit.at);
      }
  }

  alike(unit: Unit, isFree: (at: number) => boolean): number[] {
    const most = Math.max(20, this.side.units.length * tooCommon);
    const shared = new Map<number, number>();
    for (const word of unit.counts.keys()) {
      const found = this.postings.get(word);
      if (found === undefined || found.length > most) continue;
      for (const at of found) if (isFree(at)) shared.set(at, (shared.get(at) ?? 0) + this.weights.of(word));
    }
    const best = [...shared].sort(([a, x], [b, y]) => y - x || a - b);
    return best.slice(0, mostAlike).map(([at]) => at);
  }
}
