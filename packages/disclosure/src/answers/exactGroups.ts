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
import { tellingTogether } from './fitting/tellingTogether.ts';
import type { ShownBefore } from './shownBefore.ts';
import { tellsTooMuch } from './telling.ts';
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
  /** The truth behind the counts; null where it is not known who was counted in an earlier release. */
  readonly truth: Truth | null;
}

export interface ExactGroups {
  /** 1 for each group that shows its counts. */
  readonly exact: Uint8Array;
  /** Why nobody's answer is certain; empty where the truth is not known. */
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
  const { shown, worlds } = proven(table, exact);
  return { exact: shown, worlds, scene, units };
}

function proven({ checks, set, truth }: Candidates, exact: Uint8Array): Proven {
  return truth && checks.certainty ? withoutCertain(set, exact, truth) : { shown: exact, worlds: [] };
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
  if (table.truth === null) return fitted(table, candidates, hidden);
  return addAround(table, spanOfEarlier(table), candidates, hidden);
}

/** After these, whole units go without breakdowns: an end comes soon. */
const GENTLE_ROUNDS = 3;

/** Without the truth, numbers are fitted to the figures; what goes is hidden like a concentrated group, and all is added anew. */
function fitted(table: Candidates, candidates: Uint8Array, hidden: Set<number>): Uint8Array {
  const asking = candidates.slice();
  for (let round = 0; ; round++) {
    const span = spanOfEarlier(table);
    const exact = addAround(table, span, asking, hidden);
    const telling = table.checks.certainty ? tellingTogether(table, span, exact, round >= GENTLE_ROUNDS) : [];
    if (telling.length === 0) return exact;
    for (const group of telling) {
      hidden.add(group);
      asking[group] = 0;
    }
  }
}

function spanOfEarlier({ checks, set, k, earlier }: Candidates): Span {
  const span = new Span(set.inner.weight, k);
  for (const { column, counts } of checks.ledger ? earlier : []) {
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
