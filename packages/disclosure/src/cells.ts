import { bandFloor } from './concentration.ts';
import type { TableSums } from './sums.ts';

export interface ExactCell {
  readonly kind: 'exact';
  /** People per category, "no answer" first. */
  readonly counts: readonly number[];
  readonly n: number;
}

/** At least `atLeast` percent chose `option`; 0 is "no answer". */
export interface BandCell {
  readonly kind: 'band';
  readonly option: number;
  readonly atLeast: number;
}

export type ProtectedCell = ExactCell | BandCell | { readonly kind: 'protected' };

const PROTECTED: ProtectedCell = Object.freeze({ kind: 'protected' });

/** A cell per row: its counts, a band for those marked in `banded`, or nothing. */
export function cellsOf(
  sums: TableSums,
  exact: Uint8Array,
  banded: Uint8Array | undefined,
  sensitive: boolean,
): ProtectedCell[] {
  const shown = new Array<ProtectedCell>(exact.length);
  for (let node = 0; node < exact.length; node++) {
    if (exact[node] === 1) shown[node] = exactCell(sums, node);
    else if (banded?.[node] === 1) shown[node] = bandCell(sums, node, sensitive);
    else shown[node] = PROTECTED;
  }
  return shown;
}

function exactCell({ width, counts, n }: TableSums, node: number): ExactCell {
  const row = new Array<number>(width);
  for (let column = 0; column < width; column++) row[column] = counts[node * width + column]!;
  return { kind: 'exact', counts: row, n: n[node]! };
}

function bandCell({ n, modal }: TableSums, node: number, sensitive: boolean): BandCell {
  return { kind: 'band', option: modal[node]!, atLeast: bandFloor(n[node]!, sensitive) };
}
