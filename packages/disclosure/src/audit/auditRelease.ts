import type { ShownBefore } from '../answers/shownBefore.ts';
import type { Truth } from '../answers/worlds/truth.ts';
import { areProof, fits, type World } from '../answers/worlds/world.ts';
import type { ExactCell, ProtectedCell } from '../cells.ts';
import { EVERY_CHECK } from '../checks.ts';
import { isConcentrated } from '../concentration.ts';
import type { GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import { Span } from '../ledger/span.ts';
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
  readonly earlier?: readonly ShownBefore[];
  /** People per inner cell and category, in a world that fits all that is told; left out where units stand alone. */
  readonly truth?: Truth['counts'];
  /** Others beside it, to show that no answer is certain: with `truth` alone, every answer that may be one counts as certain. */
  readonly worlds?: readonly World[];
}

/**
 * Looks through a finished release once more before it is stored (rules R6 and R7): every exact cell of every table, with
 * what earlier releases showed of the same table. Works from the cells and from worlds that are to fit them, with nothing
 * of how they were decided or found.
 *
 * Throws `AuditFailed` when a cell is too small or concentrated, when some combination of everything that is shown under
 * one threshold rests on fewer people, or when an answer is certain.
 */
export function auditRelease(set: GroupSet, tables: readonly AuditedTable[], seed: number): void {
  tables.forEach((table, at) => {
    const unsafe = whatIsUnsafe(set, table);
    if (unsafe) throw new AuditFailed(`table ${at}: ${unsafe}`);
  });
  for (const k of new Set(tables.map((table) => table.k))) {
    const together = spanOf(
      set,
      tables.filter((table) => table.k >= k),
      k,
    );
    if (findLight(EVERY_CHECK, together, k, chanceFrom(seed)).length > 0) {
      throw new AuditFailed('a combination rests on too few people');
    }
  }
}

function whatIsUnsafe(set: GroupSet, table: AuditedTable): string | null {
  if (table.cells.length !== set.groups.length) return 'its cells do not fit the groups';
  const sums = sumsOf(set, table);
  const exact = exactOf(table);
  if (exact.some((bit, group) => bit === 1 && isUnsafeAlone(set, table, sums, group)))
    return 'a cell is too small or uniform';
  return isOpen(set, table, exact) ? null : 'an answer is certain';
}

function isOpen(set: GroupSet, table: AuditedTable, shown: Uint8Array): boolean {
  const { cells, options, truth, sensitive, worlds = [], earlier = [] } = table;
  if (!truth) return set.breakdowns.length === 1 && earlier.length === 0;
  const counts = (group: number): ArrayLike<number> => (cells[group] as ExactCell).counts;
  const base = { counts: truth, width: options + 1 };
  const told = { set, shown, earlier, counts, sensitive };
  return fits(base, told) && areProof(worlds, told, base);
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

function exactOf({ cells }: AuditedTable): Uint8Array {
  return Uint8Array.from(cells, (cell) => (cell.kind === 'exact' ? 1 : 0));
}

function sumsOf(set: GroupSet, { cells, options }: AuditedTable): TableSums {
  const counts = new Uint32Array(set.groups.length * (options + 1));
  cells.forEach((cell, group) => {
    if (cell.kind === 'exact') counts.set(cell.counts, group * (options + 1));
  });
  return describeRows(counts, options + 1);
}

const NOTHING_TOLD = new Float64Array(0);

/** Everybody of whom these tables show counts, or earlier releases did. */
function spanOf(set: GroupSet, tables: readonly AuditedTable[], k: number): Span {
  const span = new Span(set.inner.weight, k);
  const add = (cells: Uint32Array, from: number, to: number): void =>
    void span.add({ cells, from, to, told: NOTHING_TOLD }, () => true);
  for (const before of tables.flatMap(({ earlier = [] }) => earlier)) {
    if ('counts' in before) add(before.column.cells, 0, before.column.cells.length);
  }
  // From the last units up, so that rows stay short.
  const shown = tables.map(exactOf);
  const groups = [...set.groups.keys()].filter((group) => shown.some((exact) => exact[group] === 1));
  groups.sort((a, b) => set.groups[b]!.unit - set.groups[a]!.unit || a - b);
  for (const group of groups) add(set.cells, set.start[group]!, set.start[group + 1]!);
  return span;
}
