import type { Score } from './score.ts';

/** Where the mean of everybody asked lies with 95 % confidence, in points of the scale. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Under this many answers no interval is told: it would be wider than what it is to bound. */
export const FEWEST_ANSWERS = 10;

/**
 * The 95 % interval of a mean; `null` under 10 answers. `population` is the number of people asked, where it is known:
 * when everybody has answered nothing is left uncertain. It holds as far as those who stayed silent think like those
 * who answered, which no formula can tell.
 *
 * Source: Cochran, "Sampling Techniques" (1977), §2.8, with Student's t.
 */
export function intervalOf(score: Score, population?: number): Interval | null {
  const error = errorOf(score, population);
  if (error === null) return null;
  const half = studentT(score.valid - 1) * error;
  return { low: score.mean - half, high: score.mean + half };
}

/** The standard error of a mean, less what a finite population leaves out. */
export function errorOf({ deviation, valid }: Score, population = Infinity): number | null {
  if (valid < FEWEST_ANSWERS) return null;
  const left = population > valid ? 1 - valid / population : 0;
  return (deviation * Math.sqrt(left)) / Math.sqrt(valid);
}

export const Z = 1.959963984540054;

/** The two-sided 95 % quantile of Student's t; right to four digits from 9 degrees on (Abramowitz & Stegun 26.7.5). */
export function studentT(degrees: number): number {
  const [v, z] = [degrees, Z];
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}
