import type { GroupSet } from '../../groups/types.ts';
import { signed } from '../../ledger/field.ts';
import type { Row } from '../../ledger/row.ts';
import type { Span } from '../../ledger/span.ts';
import type { TableSums } from '../../sums.ts';

/**
 * What is known of one table, packed: sum s is over `cells[start[s]]` to `cells[start[s + 1] - 1]`, each times its
 * coefficient, and comes to `told` (sum-major, `width` categories). People who were not asked are the last category.
 * The first `whole` sums are shown groups, with coefficients of one.
 */
export interface KnownSums {
  readonly width: number;
  readonly whole: number;
  readonly start: Uint32Array;
  readonly cells: Uint32Array;
  readonly coefs: Int8Array;
  readonly told: Int32Array;
}

/** Coefficients beyond this are fractions, which say nothing of whole people. */
const LARGEST = 8;

/** The shown groups, and what follows from them and from earlier releases by arithmetic. */
export function knownSums(set: GroupSet, sums: TableSums, span: Span, exact: Uint8Array): KnownSums {
  const shown = [...exact.keys()].filter((group) => exact[group] === 1);
  const rows = span.rows.filter((row): row is Row => row !== null && row.pivot >= 0 && isWhole(row));
  const width = sums.width + 1;
  const sizes = [
    ...shown.map((group) => set.start[group + 1]! - set.start[group]!),
    ...rows.map(({ cells }) => cells.length),
  ];
  const start = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, at) => (start[at + 1] = start[at]! + size));
  const known = {
    width,
    whole: shown.length,
    start,
    cells: new Uint32Array(start.at(-1)!),
    coefs: new Int8Array(start.at(-1)!).fill(1),
    told: new Int32Array(sizes.length * width),
  };
  shown.forEach((group, at) => putGroup(known, at, set, sums, group));
  rows.forEach((row, at) => putRow(known, shown.length + at, set, row));
  return known;
}

function isWhole({ coefs }: Row): boolean {
  return coefs.every((coef) => Math.abs(signed(coef)) <= LARGEST);
}

function putGroup(known: KnownSums, at: number, set: GroupSet, sums: TableSums, group: number): void {
  known.cells.set(set.cells.subarray(set.start[group], set.start[group + 1]), known.start[at]);
  known.told.set(sums.counts.subarray(group * sums.width, (group + 1) * sums.width), at * known.width);
  known.told[(at + 1) * known.width - 1] = set.n[group]! - sums.n[group]!;
}

function putRow(known: KnownSums, at: number, { inner }: GroupSet, row: Row): void {
  let people = 0;
  row.cells.forEach((cell, place) => {
    const coef = signed(row.coefs[place]!);
    known.cells[known.start[at]! + place] = cell;
    known.coefs[known.start[at]! + place] = coef;
    people += coef * inner.weight[cell]!;
  });
  row.told.forEach((count, category) => {
    known.told[at * known.width + category] = signed(count);
    people -= signed(count);
  });
  known.told[(at + 1) * known.width - 1] = people;
}
