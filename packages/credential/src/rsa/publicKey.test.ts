import { expect, test } from 'vitest';
import { readPublicKey } from './publicKey.ts';

const modulus = (bytes: number, first: number, last: number) =>
  new Uint8Array(bytes).fill(7).with(0, first).with(-1, last);

test('a key of the product has 3072 bits', () => {
  expect(readPublicKey(modulus(384, 128, 1))).toMatchObject({ bits: 3072, modulus: modulus(384, 128, 1) });
  expect(readPublicKey(modulus(256, 128, 1), [2048])?.n.toString(2)).toHaveLength(2048);
});

test.each([
  ['a shorter one', modulus(256, 128, 1)],
  ['a longer one', modulus(512, 128, 1)],
  ['one with a leading zero', modulus(385, 0, 1)],
  ['one that only looks that long', modulus(384, 127, 1)],
  ['an even one', modulus(384, 255, 2)],
  ['none', new Uint8Array(0)],
])('%s is refused', (_, bytes) => {
  expect(readPublicKey(bytes)).toBeNull();
});
