import { POLICY } from './policy.ts';
import type { ProtectedCell } from './cells.ts';

export interface Mean {
  readonly mean: number;
  /** Respondents who chose an option with a score. */
  readonly valid: number;
}

/**
 * The mean score of an exact cell (rule R12), unrounded; null for any other cell and under 5 scored answers.
 *
 * `scores` has one entry per option, in the order of the columns after "no answer"; null keeps an option out.
 * Throws when the scores do not fit the cell.
 */
export function mean(cell: ProtectedCell, scores: readonly (number | null)[]): Mean | null {
  if (cell.kind !== 'exact') return null;
  if (scores.length !== cell.counts.length - 1) throw new RangeError('scores do not fit the options');
  let valid = 0;
  let sum = 0;
  scores.forEach((score, option) => {
    if (score === null) return;
    const people = cell.counts[option + 1]!;
    valid += people;
    sum += people * score;
  });
  return valid < POLICY.mean.fewestScored ? null : { mean: sum / valid, valid };
}
