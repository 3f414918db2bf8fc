import { errorOf, studentT } from './interval.ts';
import type { Score } from './score.ts';

/** How a mean moved from one wave to the next, in points; `unclear` where the answers are too few to tell a direction. */
export interface Movement {
  readonly verdict: 'up' | 'down' | 'unclear';
  readonly change: number;
  /** 95 % interval of the change; absent where one of the waves has fewer than 10 answers. */
  readonly low?: number;
  readonly high?: number;
}

/** A wave's score, and how many people were asked where that is known. */
export interface Wave {
  readonly score: Score;
  readonly population?: number | undefined;
}

/**
 * The movement between two waves of one question on one scale. People may have answered both: the interval takes them
 * for different ones and so claims too little rather than too much.
 *
 * Source: Welch, Biometrika 34 (1947): unequal variances, Satterthwaite's degrees of freedom.
 */
export function movementOf(before: Wave, after: Wave): Movement {
  const change = after.score.mean - before.score.mean;
  const [was, is] = [errorOf(before.score, before.population), errorOf(after.score, after.population)];
  if (was === null || is === null) return { verdict: 'unclear', change };
  const half = halfWidth({ error: was, valid: before.score.valid }, { error: is, valid: after.score.valid });
  const [low, high] = [change - half, change + half];
  return { verdict: low > 0 ? 'up' : high < 0 ? 'down' : 'unclear', change, low, high };
}

interface Side {
  error: number;
  valid: number;
}

function halfWidth(a: Side, b: Side): number {
  const variance = a.error ** 2 + b.error ** 2;
  if (variance === 0) return 0;
  const degrees = variance ** 2 / (a.error ** 4 / (a.valid - 1) + b.error ** 4 / (b.valid - 1));
  return studentT(degrees) * Math.sqrt(variance);
}
