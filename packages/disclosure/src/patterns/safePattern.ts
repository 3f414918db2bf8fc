import { lightSupports } from '../audit/lightSupports.ts';
import { turnAtRandom } from '../audit/randomPivots.ts';
import type { EngineChecks } from '../checks.ts';
import type { Column, GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import type { Row } from '../ledger/row.ts';
import { type Indicator, Span } from '../ledger/span.ts';
import { POLICY } from '../policy.ts';
import { Forbidden } from './forbidden.ts';
import { smallDifferences } from './nested.ts';
import { inPriority } from './order.ts';

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
  const order = inPriority(world.set);
  const forbidden = new Forbidden();
  for (let round = 0; round <= POLICY.audit.mostRounds; round++) {
    const { span, shown } = greedy(world, level, { within, order, forbidden });
    if (!world.checks.audit) return shown;
    span.forgetWatched();
    if (!forbidWhatIsFound(world, level, span, forbidden)) return shown;
  }
  throw new AuditFailed('the audit kept finding groups that are too small');
}

interface Search {
  readonly within: Uint8Array;
  readonly order: Uint32Array;
  readonly forbidden: Forbidden;
}

function greedy(world: World, level: Level, { within, order, forbidden }: Search): { span: Span; shown: Uint8Array } {
  const { set, checks } = world;
  const span = new Span(world.weight, level.unit);
  const shown = new Uint8Array(set.groups.length);
  if (checks.ledger) for (const { cells } of level.ledger) span.add(whole(cells), () => true);
  for (const primary of primaries(world, level)) span.watch(primary);
  const isSafe = (rows: readonly Row[]): boolean =>
    rows.every(({ weight }) => weight >= level.unit) &&
    !forbidden.isReached(rows, (cell) => span.rows[span.rowAt[cell]!] ?? null);
  for (const group of order) {
    const { unit } = set.groups[group]!;
    if (within[group] === 0 || isUnder(set, level, group)) continue;
    if (unit !== group && shown[unit] === 0) continue;
    if (span.add(columnOfGroup(set, group), isSafe) !== 'refused') shown[group] = 1;
  }
  return { span, shown };
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
  const chance = chanceFrom(seed);
  let found = false;
  const look = (): void => {
    for (const support of lightSupports(span, level.unit)) found = forbidden.add(support) || found;
  };
  look();
  for (let turn = 0; checks.randomPivots && turn < POLICY.audit.randomPivots; turn++) {
    turnAtRandom(span, level.unit, chance);
    look();
  }
  return found;
}

function columnOfGroup({ start, cells }: GroupSet, group: number): Indicator {
  return { cells, from: start[group]!, to: start[group + 1]!, told: NOTHING_TOLD };
}

function whole(cells: Uint32Array): Indicator {
  return { cells, from: 0, to: cells.length, told: NOTHING_TOLD };
}
