export interface Thresholds {
  /** Fewest respondents behind a unit total, and behind anything that can be computed from totals. */
  readonly unitTotal: number;
  /** The same for evaluations, minors and sensitive questions. */
  readonly sensitive: number;
}

/** From how many respondents on a unit has one breakdown, all of them, and pairs of them (rule R3). */
export interface Ladder {
  readonly oneDimension: number;
  readonly allDimensions: number;
  readonly crossed: number;
}

/**
 * Default disclosure policy. Counts are people, shares are percent.
 *
 * 5 is the house's choice among the values of 3 to 10 in official statistics (Hundepool et al., "Statistical
 * Disclosure Control", 2012, ch. 5); a works council may ask for more, nobody may ask for less.
 */
export const POLICY = {
  thresholds: { unitTotal: 5, breakdown: 10, sensitive: 10 } satisfies Thresholds & { breakdown: number },
  ladder: { oneDimension: 50, allDimensions: 100, crossed: 1000 } satisfies Ladder,
  audit: { randomPivots: 8, mostRounds: 20 },
  mean: { fewestScored: 5 },
  participation: { fewestInvited: 10, step: 5, cap: 95, floor: 20 },
} as const;

export interface ThresholdIssue {
  readonly code: 'threshold-lowered' | 'threshold-not-whole' | 'sensitive-below-ordinary';
  readonly threshold: keyof Thresholds;
}

/** Issues of replacing the thresholds `old` by `next`: thresholds are fixed at opening and only ever raised. */
export function raiseOnly(old: Thresholds, next: Thresholds): ThresholdIssue[] {
  const issues: ThresholdIssue[] = [];
  for (const threshold of ['unitTotal', 'sensitive'] as const) {
    if (!Number.isSafeInteger(next[threshold])) issues.push({ code: 'threshold-not-whole', threshold });
    if (next[threshold] < old[threshold]) issues.push({ code: 'threshold-lowered', threshold });
  }
  if (next.sensitive < next.unitTotal) issues.push({ code: 'sensitive-below-ordinary', threshold: 'sensitive' });
  return issues;
}
