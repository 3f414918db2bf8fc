import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import type { Column, GroupSet, InnerCells } from '../groups/types.ts';
import { POLICY } from '../policy.ts';
import { safePattern, type Level } from './safePattern.ts';

export interface GroupThresholds {
  /** Fewest respondents behind a unit total, and behind anything that can be computed from what is shown. */
  readonly unit: number;
  readonly breakdown: number;
  /** The same as both for sensitive questions. */
  readonly sensitive: number;
}

export interface PublishOptions {
  readonly thresholds: GroupThresholds;
  /** What earlier releases showed, of today's inner cells. */
  readonly ledger: readonly Column[];
  readonly seed: number;
}

/** Which groups may be shown, 1 or 0 per group; the sensitive pattern lies within the ordinary one. */
export interface Patterns {
  readonly ordinary: Uint8Array;
  readonly sensitive: Uint8Array;
}

/**
 * Which groups may show their counts (rules R2 and R6): no combination of what is shown, now and in earlier releases,
 * rests on fewer people than the threshold, and no group under its own threshold can be computed.
 *
 * Only memberships count, never answers, so the patterns say nothing about answers. Same input, same pattern. Raising a
 * threshold never shows what was hidden: patterns of raised thresholds are sought within those of lower ones.
 * Throws `AuditFailed` when no safe pattern is found. Source: the ledger engine of `docs/disclosure.md`.
 */
export function publishGroups(set: GroupSet, inner: InnerCells, options: PublishOptions): Patterns {
  return publishGroupsChecking(EVERY_CHECK, set, inner, options);
}

export function publishGroupsChecking(
  checks: EngineChecks,
  set: GroupSet,
  { weight }: InnerCells,
  { thresholds, ledger, seed }: PublishOptions,
): Patterns {
  const lowest = POLICY.thresholds;
  const world = { checks, set, weight, seed };
  const search = (level: Level, within: Uint8Array): Uint8Array => safePattern(world, level, within);
  const ordinaryAt = (unit: number, breakdown: number): Level => ({ unit, breakdown, ledger });
  const sensitiveAt = (k: number): Level => ({
    unit: k,
    breakdown: k,
    ledger: ledger.filter((column) => column.sensitive),
  });

  const base = search(
    ordinaryAt(Math.min(thresholds.unit, lowest.unitTotal), Math.min(thresholds.breakdown, lowest.breakdown)),
    new Uint8Array(set.groups.length).fill(1),
  );
  const raised = (from: number, to: number, start: Uint8Array, level: (k: number) => Level): Uint8Array => {
    let pattern = start;
    for (let k = from; k <= to; k++) pattern = search(level(k), pattern);
    return pattern;
  };
  const byUnit = raised(lowest.unitTotal + 1, thresholds.unit, base, (k) =>
    ordinaryAt(k, Math.max(k, lowest.breakdown)),
  );
  const byCell = raised(lowest.breakdown + 1, thresholds.breakdown, base, (k) => ordinaryAt(lowest.unitTotal, k));
  const ordinary = withTotals(set, both(byUnit, byCell));
  const least = Math.min(thresholds.sensitive, lowest.sensitive);
  const sensitive = raised(least, thresholds.sensitive, base, sensitiveAt);
  return { ordinary, sensitive: withTotals(set, both(sensitive, ordinary)) };
}

// Leaving groups out of a safe pattern keeps it safe: it can only say less.
function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((shown, group) => shown & b[group]!);
}

/** Without the breakdowns of units whose total is not shown. */
function withTotals({ groups }: GroupSet, pattern: Uint8Array): Uint8Array {
  return pattern.map((shown, group) => shown & pattern[groups[group]!.unit]!);
}
