import type { Breakdown, GroupSet } from '../groups/types.ts';
import type { Judge, Span } from './span.ts';

export interface Adding {
  readonly set: GroupSet;
  readonly span: Span;
  /** The groups that ask to be added. */
  readonly candidates: Uint8Array;
  readonly judge: Judge;
  /** People per group and option, `width` columns; nothing where only memberships count. */
  readonly counts: Uint32Array;
  readonly width: number;
}

/**
 * Adds groups to the space as long as a judge allows it, and returns which are in it: unit totals, then breakdowns by
 * rank; from the lowest units up, and in each unit the larger groups first.
 *
 * From below, a group asks with what is left of it outside of the groups in it that are shown already. These lie in the
 * space, so nothing changes but the work: what is left is small, and so are the rows it makes. The breakdown of a unit
 * asks only where its total is shown.
 */
export function addBottomUp(adding: Adding): Uint8Array {
  const { set, candidates } = adding;
  const shown = new Uint8Array(candidates.length);
  for (const breakdown of set.breakdowns) {
    const pass = new Pass(adding, breakdown, shown);
    for (let unit = set.tree.parent.length - 1; unit >= 0; unit--) pass.addUnit(unit);
  }
  return shown;
}

class Pass {
  private readonly adding: Adding;
  private readonly breakdown: Breakdown;
  private readonly shown: Uint8Array;
  /** 1 for cells of shown groups of this breakdown. */
  private readonly covered: Uint8Array;
  /** Cells of a group that asks, from the start. */
  private readonly open: Uint32Array;
  /** What these show, summed for each group above them. */
  private readonly told: Float64Array;

  constructor(adding: Adding, breakdown: Breakdown, shown: Uint8Array) {
    this.adding = adding;
    this.breakdown = breakdown;
    this.shown = shown;
    this.covered = new Uint8Array(adding.set.inner.unit.length);
    this.open = new Uint32Array(adding.set.inner.unit.length);
    this.told = new Float64Array(breakdown.first.length * breakdown.size * adding.width);
  }

  addUnit(unit: number): void {
    const { n, tree } = this.adding.set;
    const first = this.breakdown.first[unit]!;
    if (first < 0) return;
    const places = Array.from({ length: this.breakdown.size }, (_, at) => at);
    places.sort((a, b) => n[first + b]! - n[first + a]! || a - b);
    for (const at of places) {
      const isAsked = first + at === unit || this.shown[unit] === 1;
      if (isAsked && this.adding.candidates[first + at] === 1) this.ask(unit, at);
      if (tree.parent[unit]! >= 0) this.handUp(unit, at);
    }
  }

  private ask(unit: number, at: number): void {
    const { span, judge } = this.adding;
    const group = this.breakdown.first[unit]! + at;
    const to = this.gather(group);
    const { open: cells } = this;
    if (to > 0 && span.add({ cells, from: 0, to, told: this.left(unit, at) }, judge) === 'refused') return;
    this.shown[group] = 1;
    for (let each = 0; each < to; each++) this.covered[cells[each]!] = 1;
  }

  /** Gathers the cells of a group that are not covered in `open`; returns how many these are. */
  private gather(group: number): number {
    const { start, cells } = this.adding.set;
    const { open, covered } = this;
    let many = 0;
    for (let at = start[group]!; at < start[group + 1]!; at++) {
      if (covered[cells[at]!] === 0) open[many++] = cells[at]!;
    }
    return many;
  }

  private left(unit: number, at: number): Float64Array {
    const { counts, width } = this.adding;
    const group = this.breakdown.first[unit]! + at;
    const from = (unit * this.breakdown.size + at) * width;
    const left = new Float64Array(width);
    for (let option = 0; option < width; option++) {
      left[option] = counts[group * width + option]! - this.told[from + option]!;
    }
    return left;
  }

  private handUp(unit: number, at: number): void {
    const { set, counts, width } = this.adding;
    const { first, size } = this.breakdown;
    const group = first[unit]! + at;
    const from = (unit * size + at) * width;
    const to = (set.tree.parent[unit]! * size + at) * width;
    for (let option = 0; option < width; option++) {
      this.told[to + option]! += this.shown[group] === 1 ? counts[group * width + option]! : this.told[from + option]!;
    }
  }
}
