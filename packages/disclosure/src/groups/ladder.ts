import { POLICY, type Ladder } from '../policy.ts';
import type { ReleasePlan } from './types.ts';

/**
 * The breakdowns a unit of `n` respondents may have (rule R3), as lists of dimensions: none, the first one, each of
 * them, or also the declared pairs.
 */
export function breakdownsOf(plan: ReleasePlan, n: number, ladder: Ladder = POLICY.ladder): (readonly number[])[] {
  const { oneDimension, allDimensions, crossed } = ladder;
  if (n < oneDimension) return [];
  const singles = plan.dimensions.map((_, dimension) => [dimension]);
  if (n < allDimensions) return singles.slice(0, 1);
  return n < crossed ? singles : [...singles, ...plan.crossed];
}
