/**
 * How many people of a group of `n` may answer differently before it stops being concentrated (rule R7).
 *
 * Two groups that are not concentrated are not concentrated together: each has at least d + 1 people outside any one
 * category, and d(a + b) ≤ d(a) + d(b) + 1 for all sizes (⌊x + y⌋ ≤ ⌊x⌋ + ⌊y⌋ + 1; below 100 d is 1 or 2). So it is
 * enough to check disjoint remainders: every union of them is safe.
 */
export function allowedDissent(n: number, sensitive: boolean): number {
  if (n < 40) return sensitive ? 2 : 1;
  if (n < 100) return 2;
  // Whole-number division: 0.02 * 150 is not 3 in binary floating point for every size.
  return n <= 300 ? Math.floor(n / 50) : Math.floor(n / 100);
}

/** Whether a group tells (nearly) everyone's answer: all but the allowed few of `n` chose the same category. */
export function isConcentrated(n: number, modalCount: number, sensitive: boolean): boolean {
  return modalCount >= n - allowedDissent(n, sensitive);
}

/**
 * The share a band states, percent: what holds for every concentrated group of `n`, rounded down to 5.
 *
 * It depends on `n` alone. A band made from the true count would tell 10 of 10 ("at least 95 %") from 9 of 10.
 */
export function bandFloor(n: number, sensitive: boolean): number {
  return Math.floor((20 * (n - allowedDissent(n, sensitive))) / n) * 5;
}
