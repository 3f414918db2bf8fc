import { fromHex, toHex } from '@danban/bytes';

/** The non-negative integer a big-endian byte string stands for (RFC 8017 §4.2, OS2IP). */
export function toInteger(bytes: Uint8Array): bigint {
  return BigInt('0x0' + toHex(bytes));
}

/** `length` bytes, big-endian (RFC 8017 §4.1, I2OSP). Throws TypeError or RangeError for what does not fit. */
export function toBytes(integer: bigint, length: number): Uint8Array<ArrayBuffer> {
  const digits = integer.toString(16).padStart(2 * length, '0');
  if (digits.length > 2 * length) throw new RangeError('the integer is too large');
  return fromHex(digits);
}

/** base^exponent mod modulus, for a public exponent: how long it takes depends on every argument. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let out = 1n;
  for (let square = base; exponent > 0n; square = (square * square) % modulus, exponent >>= 1n) {
    if (exponent & 1n) out = (out * square) % modulus;
  }
  return out;
}

/**
 * The inverse of a mod n by Euclid's algorithm; null when they have a factor in common. It runs once, cold, on a phone:
 * plain variables cost a third less there than exchanging pairs.
 */
export function inverse(a: bigint, n: bigint): bigint | null {
  let [rest, next, out, factor] = [n, a % n, 0n, 1n];
  while (next > 0n) {
    const quotient = rest / next;
    const restBefore = rest;
    const outBefore = out;
    rest = next;
    next = restBefore - quotient * next;
    out = factor;
    factor = outBefore - quotient * factor;
  }
  return rest === 1n ? (out + n) % n : null;
}
