import type { ShownBefore } from '../answers/shownBefore.ts';
import { tellingTogether } from '../answers/certain.ts';
import type { ProtectedCell } from '../cells.ts';
import { EVERY_CHECK } from '../checks.ts';
import { isConcentrated } from '../concentration.ts';
import type { GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import { type Indicator, Span } from '../ledger/span.ts';
import { AuditFailed } from '../patterns/safePattern.ts';
import { describeRows, type TableSums } from '../sums.ts';
import { findLight } from './findLight.ts';

/** A finished table as it is about to be stored. */
export interface AuditedTable {
  readonly cells: readonly ProtectedCell[];
  readonly options: number;
  readonly k: number;
  readonly sensitive: boolean;
  /** Fewest people in a cell of a breakdown. */
  readonly breakdown: number;
  readonly earlier: readonly ShownBefore[];
}

/**
 * Looks through a finished release once more before it is stored (rules R6 and R7): every exact cell of every table, with
 * what earlier releases showed of the same table. Works from the cells alone, with nothing of how they were decided.
 *
 * Throws `AuditFailed` when a cell is too small or concentrated, when some combination of cells rests on fewer than `k`
 * people, or when an answer is certain.
 */
export function auditRelease(set: GroupSet, tables: readonly AuditedTable[], seed: number): void {
  tables.forEach((table, at) => {
    const unsafe = whatIsUnsafe(set, table, seed);
    if (unsafe) throw new AuditFailed(`table ${at}: ${unsafe}`);
  });
}

function whatIsUnsafe(set: GroupSet, table: AuditedTable, seed: number): string | null {
  if (table.cells.length !== set.groups.length) return 'its cells do not fit the groups';
  const sums = sumsOf(set, table);
  const exact = Uint8Array.from(table.cells, (cell) => (cell.kind === 'exact' ? 1 : 0));
  if (exact.some((bit, group) => bit === 1 && isUnsafeAlone(set, table, sums, group)))
    return 'a cell is too small or uniform';
  const span = spanOf(set, table, sums, exact);
  if (tellingTogether({ set, sums }, span, exact, false).length > 0) return 'an answer is certain';
  if (findLight(EVERY_CHECK, span, table.k, chanceFrom(seed)).length > 0)
    return 'a combination rests on too few people';
  return null;
}

function isUnsafeAlone(
  set: GroupSet,
  { k, sensitive, breakdown }: AuditedTable,
  sums: TableSums,
  group: number,
): boolean {
  const n = sums.n[group]!;
  const least = set.groups[group]!.by.length > 0 ? Math.max(k, breakdown) : k;
  return n < least || n > set.n[group]! || isConcentrated(n, sums.modalCount[group]!, sensitive);
}

function sumsOf(set: GroupSet, { cells, options }: AuditedTable): TableSums {
  const counts = new Uint32Array(set.groups.length * (options + 1));
  cells.forEach((cell, group) => {
    if (cell.kind === 'exact') counts.set(cell.counts, group * (options + 1));
  });
  return describeRows(counts, options + 1);
}

function spanOf(set: GroupSet, { k, earlier }: AuditedTable, sums: TableSums, exact: Uint8Array): Span {
  const span = new Span(set.inner.weight, k);
  const add = (column: Indicator): void => void span.add(column, () => true);
  for (const { column, counts } of earlier) {
    add({ cells: column.cells, from: 0, to: column.cells.length, told: Float64Array.from(counts) });
  }
  // From the last units up, so that rows stay short.
  const groups = [...exact.keys()].filter((group) => exact[group] === 1);
  groups.sort((a, b) => set.groups[b]!.unit - set.groups[a]!.unit || a - b);
  for (const group of groups) {
    const told = Float64Array.from(sums.counts.subarray(group * sums.width, (group + 1) * sums.width));
    add({ cells: set.cells, from: set.start[group]!, to: set.start[group + 1]!, told });
  }
  return span;
}
