import type { EngineChecks } from '../checks.ts';
import { isConcentrated } from '../concentration.ts';
import { exactUnits, type ExactUnits } from '../exact.ts';
import type { GroupSet } from '../groups/types.ts';
import type { Row } from '../ledger/row.ts';
import { type Indicator, Span } from '../ledger/span.ts';
import { inFixedOrder } from '../order.ts';
import { inPriority } from '../patterns/order.ts';
import type { Scene } from '../scene.ts';
import type { TableSums } from '../sums.ts';
import { nearestMarkedAbove } from '../tree.ts';
import type { ShownBefore } from './shownBefore.ts';
import { tellsTooMuch } from './telling.ts';

export interface Candidates {
  readonly checks: EngineChecks;
  readonly set: GroupSet;
  readonly sums: TableSums;
  readonly candidates: Uint8Array;
  readonly k: number;
  readonly sensitive: boolean;
  readonly earlier: readonly ShownBefore[];
}

export interface ExactGroups {
  /** 1 for each group that shows its counts. */
  readonly exact: Uint8Array;
  /** Units alone, as bands need them. */
  readonly scene: Scene;
  readonly units: ExactUnits;
}

/**
 * The groups that may show their counts: neither they nor any group that can be computed from them is concentrated.
 *
 * Unit totals come first and are a tree, where remainders decide exactly and quickly; breakdowns are added to their
 * space one by one. What earlier releases showed makes the space general from the start.
 */
export function exactGroups(table: Candidates): ExactGroups {
  const { set, candidates, earlier } = table;
  const units = set.tree.parent.length;
  const scene = unitScene(table);
  const totals = exactUnits(scene);
  const exact = new Uint8Array(candidates.length);
  if (earlier.length === 0) exact.set(totals.exact);
  const span = earlier.length === 0 ? spanOfTotals(table, totals) : spanOfEarlier(table);
  if (candidates.indexOf(1, earlier.length === 0 ? units : 0) >= 0) addGroups(table, span, exact);
  return { exact, scene, units: totals };
}

function unitScene({ checks, set: { tree }, sums, candidates, k, sensitive }: Candidates): Scene {
  const units = tree.parent.length;
  const own = {
    width: sums.width,
    counts: sums.counts.subarray(0, units * sums.width),
    n: sums.n.subarray(0, units),
    modal: sums.modal.subarray(0, units),
    modalCount: sums.modalCount.subarray(0, units),
  };
  const order = inFixedOrder(tree, own.n, candidates.subarray(0, units));
  return { checks, tree, sums: own, order, k, sensitive };
}

/** The space of exact unit totals by their remainders, which share no cells. */
function spanOfTotals({ set, sums, k }: Candidates, { exact, remainder }: ExactUnits): Span {
  const span = new Span(set.inner.weight, k);
  const cells = new Map<number, number[]>();
  set.inner.unit.forEach((unit, cell) => {
    const owner = exact[unit] === 1 ? unit : nearestMarkedAbove(set.tree, exact, unit);
    if (owner < 0) return;
    const list = cells.get(owner);
    if (list) list.push(cell);
    else cells.set(owner, [cell]);
  });
  for (const [unit, list] of cells) {
    const told = Float64Array.from(remainder.subarray(unit * sums.width, (unit + 1) * sums.width));
    span.addApart({ cells: Uint32Array.from(list), from: 0, to: list.length, told });
  }
  return span;
}

function spanOfEarlier({ checks, set, k, earlier }: Candidates): Span {
  const span = new Span(set.inner.weight, k);
  if (!checks.ledger) return span;
  for (const { column, counts } of earlier) {
    const { cells } = column;
    span.add({ cells, from: 0, to: cells.length, told: Float64Array.from(counts) }, () => true);
  }
  return span;
}

function addGroups(table: Candidates, span: Span, exact: Uint8Array): void {
  const { checks, set, sums, candidates, k, sensitive } = table;
  const hidden = new Uint8Array(candidates.length);
  candidates.forEach((candidate, group) => {
    if (candidate === 0 || !checks.concentration) return;
    if (!isConcentrated(sums.n[group]!, sums.modalCount[group]!, sensitive)) return;
    hidden[group] = 1;
    span.watch(columnWithCounts(set, sums, group));
  });
  const rule = { weight: set.inner.weight, k, sensitive, everybody: isAskedOfEverybody(set, sums) };
  const isSafe = (rows: readonly Row[]): boolean =>
    !checks.derivedAnswers || rows.every((row) => !tellsTooMuch(rule, row));
  for (const group of inPriority(set)) {
    if (candidates[group] === 0 || hidden[group] === 1 || exact[group] === 1) continue;
    if (table.earlier.length === 0 && group < set.tree.parent.length) continue;
    if (span.add(columnWithCounts(set, sums, group), isSafe) !== 'refused') exact[group] = 1;
  }
}

function columnWithCounts({ start, cells }: GroupSet, { counts, width }: TableSums, group: number): Indicator {
  const told = Float64Array.from(counts.subarray(group * width, (group + 1) * width));
  return { cells, from: start[group]!, to: start[group + 1]!, told };
}

function isAskedOfEverybody({ n }: GroupSet, sums: TableSums): boolean {
  return n.every((people, group) => people === sums.n[group]);
}
