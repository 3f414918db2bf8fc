/** Arithmetic modulo the largest prime below 2^26, so that a product stays exact in a double. */
export const PRIME = 67_108_859;

// The quotient is below 2^26 and off by less than 2^-27, a remainder is at least 1 / PRIME: the floor is exact.
export function times(a: number, b: number): number {
  const product = a * b;
  return product - Math.floor(product / PRIME) * PRIME;
}

/** Extended Euclid. Throws for zero. */
export function inverse(value: number): number {
  let [low, high] = [value, PRIME];
  let [lowFactor, highFactor] = [1, 0];
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [high, low] = [low, high - quotient * low];
    [highFactor, lowFactor] = [lowFactor, highFactor - quotient * lowFactor];
  }
  if (low !== 1) throw new RangeError('zero has no inverse');
  return lowFactor < 0 ? lowFactor + PRIME : lowFactor;
}

/** The number between -PRIME / 2 and PRIME / 2 that stands behind a remainder. */
export function signed(value: number): number {
  return value > PRIME / 2 ? value - PRIME : value;
}
