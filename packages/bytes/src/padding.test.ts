import fc from 'fast-check';
import { expect, test } from 'vitest';
import { padToBucket, unpad } from './padding.ts';

const BUCKETS = [64, 16, 32];

test('a padded text shows only its bucket', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const padded = padToBucket(bytes, BUCKETS);
      const least = [16, 32, 64].find((bucket) => bucket >= bytes.length + 4);
      expect(padded.length).toBe(least);
      expect(unpad(padded)).toEqual(bytes);
    }),
  );
});

test('what fits into no bucket is refused', () => {
  expect(() => padToBucket(new Uint8Array(61), BUCKETS)).toThrow(RangeError);
  expect(() => padToBucket(new Uint8Array(0), [])).toThrow(RangeError);
});

test('a window into a larger buffer is read at its own place', () => {
  const padded = padToBucket(Uint8Array.of(7, 8), [16]);
  const larger = new Uint8Array(40).fill(9);
  larger.set(padded, 5);
  expect(unpad(larger.subarray(5, 21))).toEqual(Uint8Array.of(7, 8));
});

test.each([
  ['no room for a length', Uint8Array.of(0, 0, 0)],
  ['a length beyond the end', Uint8Array.of(0, 0, 0, 2, 1)],
  ['a huge length', Uint8Array.of(255, 255, 255, 255, 1)],
  ['a filling that carries something', Uint8Array.of(0, 0, 0, 1, 7, 0, 1)],
])('%s is refused', (_, padded) => {
  expect(() => unpad(padded)).toThrow(RangeError);
});
