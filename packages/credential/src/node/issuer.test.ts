import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { power, toBytes, toInteger } from '../rsa/integers.ts';
import { blindSign, issuerOf, refusalOf } from './issuer.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = issuerOf(privateKey, [2048]);
const n = toInteger(issuer.modulus);

test('a signature to the power of e is the blinded message', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2n, max: n - 2n }), (message) => {
      const signed = blindSign(issuer, toBytes(message, 256));
      expect(power(toInteger(signed), 65537n, n)).toBe(message);
    }),
    { numRuns: 50 },
  );
});

test('the same message is always signed the same', () => {
  const message = randomBytes(256).fill(0, 0, 1);
  expect(blindSign(issuer, message)).toEqual(blindSign(issuer, message));
});

test.each([
  ['0', toBytes(0n, 256), 'trivial'],
  ['1', toBytes(1n, 256), 'trivial'],
  ['n − 1', toBytes(n - 1n, 256), 'trivial'],
  ['n', toBytes(n, 256), 'out-of-range'],
  ['n + 1', toBytes(n + 1n, 256), 'out-of-range'],
  ['the largest', new Uint8Array(256).fill(255), 'out-of-range'],
  ['nothing', new Uint8Array(0), 'wrong-length'],
  ['a byte too few', toBytes(2n, 255), 'wrong-length'],
  ['a byte too many', toBytes(2n, 257), 'wrong-length'],
])('%s is not signed', (_, blinded, refusal) => {
  expect(refusalOf(issuer.modulus, blinded)).toBe(refusal);
  expect(() => blindSign(issuer, blinded)).toThrow(RangeError);
});

test.each([2n, n - 2n, 256n, n - 256n])('%i is', (message) => {
  expect(blindSign(issuer, toBytes(message, 256))).toHaveLength(256);
});

test('a signature that does not lead back to its message never leaves', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const message = randomBytes(256).fill(0, 0, 1);
  expect(() => blindSign({ ...issuer, publicKey: other }, message)).toThrow();
});

describe('a key that is not fit to issue', () => {
  const ed25519 = generateKeyPairSync('ed25519').privateKey;
  const three = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey;
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;

  test.each([
    ['another size than asked for', privateKey, [3072]],
    ['another size than the product’s', privateKey, undefined],
    ['another exponent', three, [2048]],
    ['a public key', publicKey, [2048]],
    ['another algorithm', ed25519, [2048]],
    ['a key bound to PSS', pss, [2048]],
  ])('%s', (_, key, sizes) => {
    expect(() => issuerOf(key, sizes)).toThrow(RangeError);
  });
});
