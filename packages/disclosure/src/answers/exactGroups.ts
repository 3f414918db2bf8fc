import type { EngineChecks } from '../checks.ts';
import { isConcentrated } from '../concentration.ts';
import { exactUnits, type ExactUnits } from '../exact.ts';
import type { GroupSet } from '../groups/types.ts';
import type { Row } from '../ledger/row.ts';
import { addBottomUp } from '../ledger/bottomUp.ts';
import { type Indicator, Span } from '../ledger/span.ts';
import { inFixedOrder } from '../order.ts';
import { eachBreakdown, gathered } from '../patterns/eachForest.ts';
import type { Scene } from '../scene.ts';
import type { TableSums } from '../sums.ts';
import type { ShownBefore } from './shownBefore.ts';
import { tellsTooMuch } from './telling.ts';
import { fitEarlier } from './worlds/fitEarlier.ts';
import { type Proven, withoutCertain } from './worlds/withoutCertain.ts';
import type { Truth } from './worlds/truth.ts';
import type { World } from './worlds/world.ts';

export interface Candidates {
  readonly checks: EngineChecks;
  readonly set: GroupSet;
  readonly sums: TableSums;
  readonly candidates: Uint8Array;
  readonly k: number;
  readonly sensitive: boolean;
  readonly earlier: readonly ShownBefore[];
  /** A world behind the counts of today, or null where units stand alone. */
  readonly truth: Truth | null;
}

export interface ExactGroups {
  /** 1 for each group that shows its counts. */
  readonly exact: Uint8Array;
  /** The world behind all that is told, and why nobody's answer is certain; none where units stand alone without it. */
  readonly truth: Truth | null;
  readonly worlds: readonly World[];
  /** Units alone, as bands need them. */
  readonly scene: Scene;
  readonly units: ExactUnits;
}

/**
 * The groups that may show their counts: neither they nor any group that can be computed from them is concentrated.
 *
 * What earlier releases showed of the same table is in the space from the start, with what it told.
 */
export function exactGroups(table: Candidates): ExactGroups {
  const { set } = table;
  const scene = sceneOf(table, set.breakdowns[0]!.first);
  const units = exactUnits(scene);
  const alone = besideNothing(units.exact, table);
  const exact = isTreeAlone(table) ? alone : exactBeside(table, withBreakdowns(table, alone));
  const truth = table.truth && fitEarlier(set.inner, table.truth, table.earlier, table.sensitive);
  const { shown, worlds } = proven(table, exact, truth);
  return { exact: shown, worlds, truth, scene, units };
}

/** Without a world that fits all that was told before, nothing more is told. */
function proven({ checks, set, truth, earlier }: Candidates, exact: Uint8Array, fitting: Truth | null): Proven {
  if (!truth || !checks.certainty) return { shown: exact, worlds: [] };
  return fitting ? withoutCertain(set, exact, fitting, earlier) : { shown: new Uint8Array(exact.length), worlds: [] };
}

/** Unit totals and nothing else, now or before: there remainders settle everything, and no space is needed. */
function isTreeAlone({ set, candidates, earlier }: Candidates): boolean {
  return earlier.length === 0 && !candidates.includes(1, set.tree.parent.length);
}

function besideNothing(units: Uint8Array, { candidates }: Candidates): Uint8Array {
  const exact = new Uint8Array(candidates.length);
  exact.set(units);
  return exact;
}

/** The groups that could show their counts if each category stood alone; see `likely` in `patterns/safePattern.ts`. */
function withBreakdowns(table: Candidates, units: Uint8Array): Uint8Array {
  const exact = units.slice();
  eachBreakdown(table.set, (groupAt) => {
    const own = exactUnits(sceneOf(table, groupAt)).exact;
    own.forEach((bit, unit) => bit === 1 && (exact[groupAt[unit]!] = 1));
  });
  return exact;
}

function sceneOf({ checks, set: { tree }, sums, candidates, k, sensitive }: Candidates, groupAt: Int32Array): Scene {
  const own = {
    width: sums.width,
    counts: rowsAt(sums, groupAt),
    n: gathered(sums.n, groupAt),
    modal: gathered(sums.modal, groupAt),
    modalCount: gathered(sums.modalCount, groupAt),
  };
  const order = inFixedOrder(tree, own.n, gathered(candidates, groupAt));
  return { checks, tree, sums: own, order, k, sensitive };
}

function rowsAt({ counts, width }: TableSums, groupAt: Int32Array): Uint32Array {
  const rows = new Uint32Array(groupAt.length * width);
  groupAt.forEach((group, unit) => {
    if (group >= 0) rows.set(counts.subarray(group * width, (group + 1) * width), unit * width);
  });
  return rows;
}

/** Groups are added as long as no row tells too much. */
function exactBeside(table: Candidates, candidates: Uint8Array): Uint8Array {
  const hidden = new Set(table.checks.concentration ? concentrated(table) : []);
  return addAround(table, spanOfEarlier(table), candidates, hidden);
}

function spanOfEarlier({ checks, set, k, earlier }: Candidates): Span {
  const span = new Span(set.inner.weight, k);
  for (const one of checks.ledger ? earlier : []) {
    if (!('counts' in one)) continue;
    const { counts, column } = one;
    const { cells } = column;
    span.add({ cells, from: 0, to: cells.length, told: Float64Array.from(counts) }, () => true);
  }
  return span;
}

function addAround(table: Candidates, span: Span, candidates: Uint8Array, hidden: ReadonlySet<number>): Uint8Array {
  const { checks, set, sums, k, sensitive } = table;
  for (const group of hidden) span.watch(columnWithCounts(set, sums, group));
  const rule = { weight: set.inner.weight, k, sensitive, everybody: isAskedOfEverybody(set, sums) };
  const judge = (rows: readonly Row[]): boolean =>
    !checks.derivedAnswers || rows.every((row) => !tellsTooMuch(rule, row));
  return addBottomUp({ set, span, candidates, judge, counts: sums.counts, width: sums.width });
}

function concentrated({ candidates, sums, sensitive }: Candidates): number[] {
  const { n, modalCount } = sums;
  return [...candidates.keys()].filter(
    (group) => candidates[group] === 1 && isConcentrated(n[group]!, modalCount[group]!, sensitive),
  );
}

function columnWithCounts({ start, cells }: GroupSet, { counts, width }: TableSums, group: number): Indicator {
  const told = Float64Array.from(counts.subarray(group * width, (group + 1) * width));
  return { cells, from: start[group]!, to: start[group + 1]!, told };
}

function isAskedOfEverybody({ n }: GroupSet, sums: TableSums): boolean {
  return n.every((people, group) => people === sums.n[group]);
}
