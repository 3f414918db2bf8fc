import type { Score, Scoring } from './score.ts';

/**
 * A mean as a share of the way from the lowest to the highest score, 0–100; `null` where the scale has one score only.
 * Source: normalisation of indicators, (mean − min) / (max − min) × 100.
 */
export function indexOf({ mean }: Score, scoring: Scoring): number | null {
  const points = scoring.filter((score) => score !== null);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  return most > least ? (100 * (mean - least)) / (most - least) : null;
}

/**
 * The index of several items together, each with the same weight; `null` unless every one of them is there: an index
 * of some of its items would be another index (rule R12), and tell of the one that is left out.
 */
export function indexOfAll(items: readonly (number | null)[]): number | null {
  if (items.length === 0) return null;
  let total = 0;
  for (const item of items) {
    if (item === null) return null;
    total += item;
  }
  return total / items.length;
}
