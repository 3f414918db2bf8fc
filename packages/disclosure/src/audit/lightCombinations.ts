import type { Span } from '../ledger/span.ts';
import { lightestVector } from './lightestVector.ts';
import { lightRows, type LightRows } from './lightRows.ts';

/** How many sets of rows are tried from each row, and from all: bounds for the clock. */
const MOST_STEPS = 4_000;
const MOST_IN_ALL = 50_000;

export interface Combinations {
  readonly supports: number[][];
  /** Whether every combination was tried: then there is none but these. */
  readonly isComplete: boolean;
}

/**
 * Combinations of rows that rest on fewer than `k` people, by trying every set of rows that can make one.
 *
 * A combination keeps the pivot of each row in it, so the pivots must hold fewer than `k` people together. Any other
 * cell that one row alone holds stays as well, unless a further row takes it out: so either the cell counts or one of
 * those rows joins. Rows join in order behind the first, the one with the heaviest pivot, so that no set is missed.
 */
export function lightCombinations(span: Span, k: number): Combinations {
  const light = lightRows(span, k);
  const supports: number[][] = [];
  let left = MOST_IN_ALL;
  let isComplete = true;
  for (let place = 0; place < light.rows.length && left > 0; place++) {
    const search = new Search(light, span.weight, k);
    search.from(place);
    supports.push(...search.supports);
    isComplete &&= search.isComplete;
    left -= search.steps;
  }
  return { supports, isComplete: isComplete && left > 0 };
}

class Search {
  readonly supports: number[][] = [];
  isComplete = true;
  steps = 0;
  private readonly light: LightRows;
  private readonly weight: Uint32Array;
  private readonly k: number;
  /** The rows taken so far, and how many of them hold each cell. */
  private readonly taken: number[] = [];
  private readonly held = new Map<number, number>();
  /** Cells given up on: they stay. */
  private readonly kept = new Set<number>();
  /** People in the pivots and the kept cells. */
  private people = 0;

  constructor(light: LightRows, weight: Uint32Array, k: number) {
    this.light = light;
    this.weight = weight;
    this.k = k;
  }

  from(place: number): void {
    const { people, cells } = this.light.rows[place]!;
    if (this.isHopeless(place, people, cells)) return;
    this.join(place);
  }

  /** Most rows hold many people whom no other row can take out. */
  private isHopeless(place: number, people: number, cells: Int32Array): boolean {
    let lost = people;
    for (const cell of cells) {
      const last = this.light.holders[cell]!.at(-1)!;
      if (last === place || people + this.light.rows[last]!.people >= this.k) lost += this.weight[cell]!;
      if (lost >= this.k) return true;
    }
    return false;
  }

  private join(place: number): void {
    const { people, cells } = this.light.rows[place]!;
    this.taken.push(place);
    this.people += people;
    for (const cell of cells) this.held.set(cell, (this.held.get(cell) ?? 0) + 1);
    this.extend();
    for (const cell of cells) this.held.set(cell, this.held.get(cell)! - 1);
    this.people -= people;
    this.taken.pop();
  }

  private extend(): void {
    if (++this.steps > MOST_STEPS) {
      this.isComplete = false;
      return;
    }
    const next = this.nextToCover();
    if (next === 'hopeless') return;
    if (next === 'covered') return this.judge();
    for (const place of this.joining(next)) this.join(place);
    if (this.people + this.weight[next]! >= this.k) return;
    this.kept.add(next);
    this.people += this.weight[next]!;
    this.extend();
    this.people -= this.weight[next]!;
    this.kept.delete(next);
  }

  /** The cell that the fewest further rows could take out, unless those that none can hold too many people already. */
  private nextToCover(): number | 'covered' | 'hopeless' {
    let [best, fewest, lost] = [-1, Infinity, this.people];
    for (const place of this.taken) {
      for (const cell of this.light.rows[place]!.cells) {
        if (this.held.get(cell)! > 1 || this.kept.has(cell)) continue;
        const choices = this.joining(cell).length;
        if (choices === 0) lost += this.weight[cell]!;
        if (lost >= this.k) return 'hopeless';
        if (choices < fewest) [best, fewest] = [cell, choices];
      }
    }
    return best < 0 ? 'covered' : best;
  }

  private joining(cell: number): number[] {
    const { rows, holders } = this.light;
    const list = holders[cell]!;
    const found: number[] = [];
    // The lightest come last: what weighs too much ends the look.
    for (let at = list.length - 1; at >= 0; at--) {
      const place = list[at]!;
      if (place <= this.taken[0]! || this.people + rows[place]!.people >= this.k) break;
      if (!this.taken.includes(place)) found.push(place);
    }
    return found;
  }

  /** Every cell is kept or held twice: looks for the lightest combination, then for further rows that hold a cell. */
  private judge(): void {
    const rows = this.taken.map((place) => this.light.rows[place]!);
    const left = lightestVector(rows, this.weight);
    if (left === null) {
      this.isComplete = false;
      return;
    }
    const support = [...rows.map(({ pivot }) => pivot), ...left];
    if (support.reduce((people, cell) => people + this.weight[cell]!, 0) < this.k) this.supports.push(support);
    const further = new Set(rows.flatMap(({ cells }) => [...cells].flatMap((cell) => this.joining(cell))));
    for (const place of further) this.join(place);
  }
}
