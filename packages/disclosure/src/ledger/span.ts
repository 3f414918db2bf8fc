import { inverse, PRIME, times } from './field.ts';
import type { Row } from './row.ts';
import { Workspace } from './workspace.ts';

/** What adding a column did: nothing new was in it, it was added, or a judge refused it. */
export type Added = 'in' | 'added' | 'refused';

/** Looks at the rows a column would make or change; false refuses the column. */
export type Judge = (rows: readonly Row[]) => boolean;

export interface Indicator {
  readonly cells: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** People per option; empty where only memberships count. */
  readonly told: Float64Array;
}

/** A row after an elimination, and the cells that came in and went out. */
interface Changed {
  readonly row: Row;
  readonly gained: readonly number[];
  readonly lost: readonly number[];
}

/**
 * The space that a set of 0/1 columns spans, as fully reduced rows: a pivot stands in its own row alone.
 *
 * Watched rows are what is left of vectors that must stay outside of the space: they are reduced like the others, have
 * no pivot, and a column that would empty one is refused.
 */
export class Span {
  readonly rows: (Row | null)[] = [];
  /** The row whose pivot a cell is, or -1. */
  readonly rowAt: Int32Array;
  readonly weight: Uint32Array;
  private readonly holders: (number[] | undefined)[];
  private readonly work: Workspace;
  /** 1 where the row that is changed held a cell of the row that changes it. */
  private readonly held: Uint8Array;
  /** Pivots of at least this weight are as good as any. */
  private readonly heavy: number;

  constructor(weight: Uint32Array, heavy: number) {
    this.weight = weight;
    this.heavy = heavy;
    this.rowAt = new Int32Array(weight.length).fill(-1);
    this.holders = new Array<number[] | undefined>(weight.length);
    this.work = new Workspace(weight.length);
    this.held = new Uint8Array(weight.length);
  }

  holdersOf(cell: number): readonly number[] {
    return this.holders[cell] ?? [];
  }

  /** The column without what the rows say already; empty when it lies in the space. */
  reduce({ cells, from, to, told }: Indicator): Row {
    const { work, rowAt } = this;
    const left = told.slice();
    work.addOnes(cells, from, to);
    for (let at = from; at < to; at++) {
      const id = rowAt[cells[at]!]!;
      if (id < 0) continue;
      const row = this.rows[id]!;
      // Rows are fully reduced, so the coefficient at a pivot is still the column's own.
      work.add(row, PRIME - 1);
      addTold(left, row.told, PRIME - 1);
    }
    return work.take(this.weight, 1, -1, left);
  }

  add(column: Indicator, judge: Judge): Added {
    const left = this.reduce(column);
    if (left.cells.length === 0) return 'in';
    const made = this.pivoted(left);
    const ids = [...this.holdersOf(made.pivot)];
    const changed = ids.map((id) => this.without(this.rows[id]!, made));
    if (changed.some(({ row }) => row.cells.length === 0)) return 'refused';
    if (!judge([made, ...changed.flatMap(({ row }) => (row.pivot >= 0 ? [row] : []))])) return 'refused';
    this.commit(made, ids, changed);
    return 'added';
  }

  /** Keeps a vector out of the space from now on; false when it lies in it already. */
  watch(column: Indicator): boolean {
    const left = this.reduce(column);
    if (left.cells.length === 0) return false;
    this.insert(left);
    return true;
  }

  /** Makes another cell of a row its pivot: another basis of the same space. */
  repivot(id: number, cell: number): void {
    const row = this.rows[id]!;
    this.rowAt[row.pivot] = -1;
    this.remove(id);
    this.work.add(row, 1);
    const made = this.scaled(cell, row);
    const ids = [...this.holdersOf(cell)];
    const changed = ids.map((other) => this.without(this.rows[other]!, made));
    ids.forEach((other, at) => this.replace(other, changed[at]!));
    this.insertAt(id, made);
  }

  forgetWatched(): void {
    this.rows.forEach((row, id) => {
      if (row !== null && row.pivot < 0) this.remove(id);
    });
  }

  private pivoted(left: Row): Row {
    const pivot = this.bestPivot(left.cells);
    this.work.add(left, 1);
    return this.scaled(pivot, left);
  }

  /** Takes the row that lies in the workspace, scaled so that it holds 1 at the pivot. */
  private scaled(pivot: number, { told }: Row): Row {
    const factor = inverse(this.work.value[pivot]!);
    const by = told.map((people) => times(people, factor));
    return this.work.take(this.weight, factor, pivot, by);
  }

  private bestPivot(cells: Int32Array): number {
    let best = cells[0]!;
    for (let at = 1; at < cells.length; at++) if (this.isBetter(cells[at]!, best)) best = cells[at]!;
    return best;
  }

  /** Heavy cells first, because few combinations rest on few people then; after that the least work. */
  private isBetter(cell: number, than: number): boolean {
    const [heavier, lighter] = [Math.min(this.weight[cell]!, this.heavy), Math.min(this.weight[than]!, this.heavy)];
    if (heavier !== lighter) return heavier > lighter;
    const [more, fewer] = [this.holdersOf(cell).length, this.holdersOf(than).length];
    return more === fewer ? cell < than : more < fewer;
  }

  /** `row` with the pivot of `made` eliminated, and which cells that adds to it and takes out of it. */
  private without(row: Row, made: Row): Changed {
    const { work } = this;
    work.add(row, 1);
    const factor = PRIME - work.value[made.pivot]!;
    const { held } = this;
    const { cells } = made;
    for (let at = 0; at < cells.length; at++) held[at] = work.value[cells[at]!] === 0 ? 0 : 1;
    work.add(made, factor);
    const gained: number[] = [];
    const lost: number[] = [];
    for (let at = 0; at < cells.length; at++) {
      const isHeld = work.value[cells[at]!] === 0 ? 0 : 1;
      if (isHeld !== held[at]) (isHeld === 1 ? gained : lost).push(cells[at]!);
    }
    const told = row.told.slice();
    addTold(told, made.told, factor);
    return { row: work.take(this.weight, 1, row.pivot, told), gained, lost };
  }

  private commit(made: Row, ids: readonly number[], changed: readonly Changed[]): void {
    ids.forEach((id, at) => this.replace(id, changed[at]!));
    this.insert(made);
  }

  private insert(row: Row): void {
    this.insertAt(this.rows.length, row);
  }

  private insertAt(id: number, row: Row): void {
    this.rows[id] = row;
    if (row.pivot >= 0) this.rowAt[row.pivot] = id;
    for (const cell of row.cells) if (cell !== row.pivot) (this.holders[cell] ??= []).push(id);
  }

  private replace(id: number, { row, gained, lost }: Changed): void {
    this.rows[id] = row;
    for (const cell of lost) this.letGo(cell, id);
    for (const cell of gained) (this.holders[cell] ??= []).push(id);
  }

  private remove(id: number): void {
    const row = this.rows[id]!;
    this.rows[id] = null;
    for (const cell of row.cells) if (cell !== row.pivot) this.letGo(cell, id);
  }

  private letGo(cell: number, id: number): void {
    const list = this.holders[cell]!;
    list[list.indexOf(id)] = list.at(-1)!;
    list.pop();
  }
}

function addTold(sum: Float64Array, told: Float64Array, factor: number): void {
  for (let option = 0; option < sum.length; option++) {
    sum[option] = (sum[option]! + times(told[option]!, factor)) % PRIME;
  }
}
