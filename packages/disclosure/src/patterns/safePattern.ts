import { findLight } from '../audit/findLight.ts';
import type { EngineChecks } from '../checks.ts';
import type { Column, GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import type { Row } from '../ledger/row.ts';
import { addBottomUp } from '../ledger/bottomUp.ts';
import { type Indicator, Span } from '../ledger/span.ts';
import { POLICY } from '../policy.ts';
import { publishTotalsChecking } from '../totals.ts';
import { eachForest, gathered } from './eachForest.ts';
import { Forbidden } from './forbidden.ts';
import { smallDifferences } from './nested.ts';

export interface World {
  readonly checks: EngineChecks;
  readonly set: GroupSet;
  /** People per inner cell. */
  readonly weight: Uint32Array;
  readonly seed: number;
}

/** One threshold class: its thresholds, and what earlier releases showed of it. */
export interface Level {
  readonly unit: number;
  readonly breakdown: number;
  readonly ledger: readonly Column[];
}

/** No safe pattern was found; nothing may be released. */
export class AuditFailed extends Error {}

const NOTHING_TOLD = new Float64Array(0);

/**
 * The groups of `within` that may be shown together. Groups are added one by one as long as that is safe; an audit then
 * looks for combinations on too few people, and what it finds is forbidden in the next round.
 */
export function safePattern(world: World, level: Level, within: Uint8Array): Uint8Array {
  const candidates = likely(world, level, within);
  const forbidden = new Forbidden();
  for (let round = 0; round <= POLICY.audit.mostRounds; round++) {
    const { span, shown } = greedy(world, level, candidates, forbidden);
    if (!world.checks.audit) return shown;
    span.forgetWatched();
    if (!forbidWhatIsFound(world, level, span, forbidden)) return shown;
  }
  throw new AuditFailed('the audit kept finding groups that are too small');
}

/**
 * The groups that could be shown if each category stood alone. Here the larger group wins over the smaller one inside
 * it; the engine itself works from below and would hide the larger one.
 */
function likely({ checks, set }: World, level: Level, within: Uint8Array): Uint8Array {
  const candidates = new Uint8Array(within.length);
  const asking = within.map((bit, group) => (bit === 1 && !isUnder(set, level, group) ? 1 : 0));
  eachForest(set, (groupAt) => {
    const own = gathered(asking, groupAt);
    const shown = publishTotalsChecking(checks, set.tree, gathered(set.n, groupAt), level.unit, own);
    shown.forEach((bit, unit) => bit === 1 && (candidates[groupAt[unit]!] = 1));
  });
  return candidates;
}

function greedy(
  world: World,
  level: Level,
  candidates: Uint8Array,
  forbidden: Forbidden,
): { span: Span; shown: Uint8Array } {
  const { set, checks } = world;
  const span = new Span(world.weight, level.unit);
  if (checks.ledger) for (const { cells } of level.ledger) span.add(whole(cells), () => true);
  for (const primary of primaries(world, level)) span.watch(primary);
  const judge = (rows: readonly Row[]): boolean =>
    rows.every(({ weight }) => weight >= level.unit) &&
    !forbidden.isReached(rows, (cell) => span.rows[span.rowAt[cell]!] ?? null);
  return { span, shown: addBottomUp({ set, span, candidates, judge, counts: new Uint32Array(0), width: 0 }) };
}

/** What must not be computable: groups under their threshold, and small differences of nested groups. */
function primaries({ set, checks }: World, level: Level): Indicator[] {
  const small = checks.declaredGroups
    ? [...set.groups.keys()].filter((group) => set.n[group]! > 0 && isUnder(set, level, group))
    : [];
  const differences = checks.nestedDifferences ? smallDifferences(set, level.unit) : [];
  return [...small.map((group) => columnOfGroup(set, group)), ...differences.map(whole)];
}

function isUnder({ groups, n }: GroupSet, { unit, breakdown }: Level, group: number): boolean {
  return n[group]! < (groups[group]!.by.length === 0 ? unit : breakdown);
}

/** Whether the audit found anything that was not forbidden before. */
function forbidWhatIsFound({ checks, seed }: World, level: Level, span: Span, forbidden: Forbidden): boolean {
  let found = false;
  for (const support of findLight(checks, span, level.unit, chanceFrom(seed))) found = forbidden.add(support) || found;
  return found;
}

function columnOfGroup({ start, cells }: GroupSet, group: number): Indicator {
  return { cells, from: start[group]!, to: start[group + 1]!, told: NOTHING_TOLD };
}

function whole(cells: Uint32Array): Indicator {
  return { cells, from: 0, to: cells.length, told: NOTHING_TOLD };
}
