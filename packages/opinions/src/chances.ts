/** How far a share of `successes` in `trials` lies above one half, in standard errors; one of each is added. */
export function aboveHalf(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/** How far one share lies above another, in pooled standard errors; one is added to all four counts. 0 where they are equal. */
export function aboveOther(successes: number, other: number, trials: number, otherTrials: number): number {
  const [a, b, m, n] = [successes + 1, other + 1, trials + 1, otherTrials + 1];
  const pooled = (a + b) / (m + n);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  return spread === 0 ? 0 : (a / m - b / n) / spread;
}

/** More than nine times in ten this is no accident (one-sided). */
export const SURE = 1.2816;
