/**
 * How likely guessing alone links at least `found` people, when each is linked with a chance of his own (the upper tail of
 * the Poisson-binomial distribution, computed exactly).
 */
export function byChance(chances: readonly number[], found: number): number {
  let exactly = [1];
  for (const p of chances) {
    const next = Array.from({ length: exactly.length + 1 }, () => 0);
    for (const [count, weight] of exactly.entries()) {
      next[count]! += weight * (1 - p);
      next[count + 1]! += weight * p;
    }
    exactly = next;
  }
  return exactly.slice(found).reduce((sum, weight) => sum + weight, 0);
}
