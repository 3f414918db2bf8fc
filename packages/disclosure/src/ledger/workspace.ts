import { PRIME, times } from './field.ts';
import type { Row } from './row.ts';

/** One dense vector that sparse rows are added up in, with the cells it holds in the order in which they came. */
export class Workspace {
  readonly value: Int32Array;
  private readonly seen: Uint8Array;
  private cells: Int32Array;
  private size = 0;

  constructor(cells: number) {
    this.value = new Int32Array(cells);
    this.seen = new Uint8Array(cells);
    this.cells = new Int32Array(Math.max(cells, 1));
  }

  addOnes(cells: Uint32Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const cell = cells[at]!;
      this.touch(cell);
      const sum = this.value[cell]! + 1;
      this.value[cell] = sum === PRIME ? 0 : sum;
    }
  }

  /** Adds `factor` times the row. */
  add(row: Row, factor: number): void {
    const { cells, coefs } = row;
    const { value } = this;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      const coef = coefs[at]!;
      const term = factor === 1 ? coef : coef === 1 ? factor : times(coef, factor);
      this.touch(cell);
      const sum = value[cell]! + term;
      value[cell] = sum >= PRIME ? sum - PRIME : sum;
    }
  }

  /** Takes the vector out, scaled by `factor`, and leaves the workspace empty. */
  take(weight: Uint32Array, factor: number, pivot: number, told: Float64Array): Row {
    const { value, cells, seen } = this;
    let kept = 0;
    let people = 0;
    for (let at = 0; at < this.size; at++) if (value[cells[at]!] !== 0) kept++;
    const row = { cells: new Int32Array(kept), coefs: new Int32Array(kept) };
    kept = 0;
    for (let at = 0; at < this.size; at++) {
      const cell = cells[at]!;
      const coef = value[cell]!;
      seen[cell] = 0;
      value[cell] = 0;
      if (coef === 0) continue;
      row.cells[kept] = cell;
      row.coefs[kept++] = factor === 1 ? coef : times(coef, factor);
      people += weight[cell]!;
    }
    this.size = 0;
    return { ...row, weight: people, pivot, told };
  }

  private touch(cell: number): void {
    if (this.seen[cell] === 1) return;
    this.seen[cell] = 1;
    this.cells[this.size++] = cell;
  }
}
