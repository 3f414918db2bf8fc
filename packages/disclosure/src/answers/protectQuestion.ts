import { bandedUnits } from '../bands.ts';
import { cellsOf, type ProtectedCell } from '../cells.ts';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import type { GroupSet } from '../groups/types.ts';
import type { Patterns } from '../patterns/publishGroups.ts';
import { describeRows } from '../sums.ts';
import { exactGroups } from './exactGroups.ts';
import type { ShownBefore } from './shownBefore.ts';
import type { Truth } from './worlds/truth.ts';
import type { World } from './worlds/world.ts';

/** One table: a question, a row of a matrix, one option of a multiple choice, one option of a ranking. */
export interface QuestionTable {
  /** People per group and category, group-major, `options + 1` columns; column 0 is "no answer". */
  readonly counts: Uint32Array;
  readonly options: number;
  readonly k: number;
  readonly sensitive: boolean;
  /** False for an option of a multiple choice, a ranking, a routed question; true when left out. */
  readonly bands?: boolean;
  /** The groups that may show it, where these are fewer than the pattern's: a routed question. */
  readonly published?: Uint8Array;
  /** What earlier releases showed exactly of the same table. */
  readonly earlier?: readonly ShownBefore[];
  /**
   * People per inner cell and category, cell-major like `counts`. Where some people of the same kind were counted in an
   * earlier release nobody knows which of them answered what: then any of their answers may stand in either cell. Left out
   * where units stand alone.
   */
  readonly truth?: Truth['counts'];
}

/** The cells of a table, and for the audit why no answer is certain from them: worlds beside one that fits all figures. */
export interface ProvenTable {
  readonly cells: ProtectedCell[];
  readonly truth?: Truth['counts'];
  readonly worlds: readonly World[];
}

/**
 * What each group may show of one table (rules R7 and R13): its counts, a band for a unit total, or nothing.
 *
 * "No answer" is a category and counts in n. A concentrated group shows no counts, and no group that can be computed
 * from shown counts is concentrated or smaller than `k`. Everything else is `protected`, one label for all.
 *
 * Bands stand only where no breakdown and no earlier release is shown exactly: see `bandedUnits` for why they add up.
 * Options of a multiple choice share their people and show none: "no answer" shown exactly in one table would use up the
 * few differing answers that a band in another leaves open.
 * Throws when lengths disagree or `k` is not a whole number of at least 2.
 */
export function protectQuestion(set: GroupSet, patterns: Patterns, table: QuestionTable): ProvenTable {
  return protectQuestionChecking(EVERY_CHECK, set, patterns, table);
}

export function protectQuestionChecking(
  checks: EngineChecks,
  set: GroupSet,
  patterns: Patterns,
  table: QuestionTable,
): ProvenTable {
  validate(set, table);
  const sums = describeRows(table.counts, table.options + 1);
  const pattern = table.sensitive ? patterns.sensitive : patterns.ordinary;
  const candidates = pattern.map((shown, group) =>
    shown === 1 && table.published?.[group] !== 0 && sums.n[group]! >= table.k ? 1 : 0,
  );
  const { k, sensitive, earlier = [] } = table;
  const truth = table.truth ? { counts: table.truth, width: sums.width } : null;
  const asked = { checks, set, sums, candidates, k, sensitive, earlier, truth };
  const { exact, worlds, truth: fitting, scene, units } = exactGroups(asked);
  const banded = mayShowBands(table, exact, units.exact) ? bandedUnits(scene, units) : undefined;
  const cells = cellsOf(sums, exact, banded, sensitive);
  return fitting ? { cells, worlds, truth: fitting.counts } : { cells, worlds };
}

/** Bands are safe beside unit totals alone: a breakdown or an earlier release would tell where the few others are. */
function mayShowBands({ bands, earlier = [] }: QuestionTable, exact: Uint8Array, units: Uint8Array): boolean {
  if (bands === false || earlier.length > 0) return false;
  return exact.every((shown, group) => shown === (units[group] ?? 0));
}

function validate(set: GroupSet, { counts, options, k, published, truth, earlier = [] }: QuestionTable): void {
  if (counts.length !== set.groups.length * (options + 1)) throw new RangeError('the counts do not fit the groups');
  if (published && published.length !== set.groups.length) throw new RangeError('the pattern does not fit the groups');
  if (truth && truth.length !== set.inner.unit.length * (options + 1)) {
    throw new RangeError('the truth does not fit the inner cells');
  }
  const isAlone = earlier.length === 0 && set.breakdowns.length === 1;
  if (!truth && !isAlone)
    throw new RangeError('beside breakdowns and earlier releases answers of inner cells are needed');
  if (!Number.isSafeInteger(k) || k < 2) throw new RangeError('a threshold is a whole number of at least 2');
}
