import type { Ladder } from '../policy.ts';

/**
 * Whether a unit of `n` respondents may be broken down by these dimensions (rule R3): from some size on by the first
 * one, then by each, then by the declared pairs. The total needs no size here, it has its threshold.
 */
export function admits(
  { oneDimension, allDimensions, crossed }: Ladder,
  n: number,
  dimensions: readonly number[],
): boolean {
  if (dimensions.length === 0) return true;
  if (dimensions.length > 1) return n >= crossed;
  return n >= (dimensions[0] === 0 ? oneDimension : allDimensions);
}
