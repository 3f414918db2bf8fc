import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inverse, power, toBytes, toInteger } from './integers.ts';

const integer = fc.bigInt({ min: 0n, max: 2n ** 256n });
const modulus = fc.bigInt({ min: 2n, max: 2n ** 256n });

test('an integer is its bytes and back, whatever zeros stand in front', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      expect(toBytes(toInteger(bytes), bytes.length)).toEqual(bytes);
    }),
  );
});

test('what does not fit is refused', () => {
  expect(() => toBytes(256n, 1)).toThrow(RangeError);
  expect(() => toBytes(-1n, 4)).toThrow(TypeError);
});

test('a power is that of the plain definition', () => {
  fc.assert(
    fc.property(integer, fc.integer({ min: 0, max: 200 }), modulus, (base, exponent, n) => {
      let plain = 1n % n;
      for (let at = 0; at < exponent; at++) plain = (plain * base) % n;
      expect(power(base, BigInt(exponent), n) % n).toBe(plain);
    }),
  );
});

test('an inverse multiplies to one, and is there unless a divisor is shared', () => {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  fc.assert(
    fc.property(integer, modulus, (a, n) => {
      const found = inverse(a, n);
      expect(found === null).toBe(gcd(a, n) !== 1n);
      if (found !== null) expect([(found * a) % n, found >= 0n && found < n]).toEqual([1n, true]);
    }),
  );
});
