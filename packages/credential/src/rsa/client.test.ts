import { constants, createHash, generateKeyPairSync, randomBytes, sign, verify as verifyByNode } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blindSign, issuerOf } from '../node/issuer.ts';
import { blind, finalize, prepare } from './client.ts';
import { toInteger } from './integers.ts';
import { encodePss } from './pss.ts';
import { readPublicKey } from './publicKey.ts';
import { verify } from './verify.ts';

const sizes = [2048];
const issuer = issuerOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, sizes);
const key = readPublicKey(issuer.modulus, sizes)!;
const anyFactor = () => toInteger(randomBytes(272)) % key.n;
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

async function signed(message: Uint8Array) {
  const { blinded, blinding } = await blind(key, message, randomBytes(48), anyFactor());
  return { blinded, blinding, blindSignature: blindSign(issuer, blinded) };
}

test('what was signed blindly is a signature to WebCrypto and to OpenSSL, and of no other message', async () => {
  const sample = fc.tuple(bytes(32), fc.uint8Array(), fc.uint8Array());
  await fc.assert(
    fc.asyncProperty(sample, async ([prefix, message, other]) => {
      const prepared = prepare(message, prefix);
      const { blinding, blindSignature } = await signed(prepared);
      const signature = finalize(key, blinding, blindSignature)!;
      const options = { key: issuer.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
      expect(await verify(key, prepared, signature)).toBe(true);
      expect(verifyByNode('sha384', prepared, options, signature)).toBe(true);
      expect(await verify(key, prepare(other, prefix), signature)).toBe(Buffer.compare(message, other) === 0);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['sha384', 48, true],
  ['sha384', 0, false],
  ['sha256', 48, false],
])('a signature with %s and a salt of %i bytes is one to WebCrypto: %s', async (hash, saltLength, expected) => {
  const options = { key: issuer.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  expect(await verify(key, Uint8Array.of(1), sign(hash, Uint8Array.of(1), options))).toBe(expected);
});

test('the issuer sees neither message nor signature: another factor, another blinded message', async () => {
  const salt = randomBytes(48);
  const [one, other] = await Promise.all([1, 2].map(() => blind(key, randomBytes(64), salt, anyFactor())));
  expect(one!.blinded).not.toEqual(other!.blinded);
  const again = await blind(key, Uint8Array.of(1), salt, 12345n);
  expect(await blind(key, Uint8Array.of(1), salt, 12345n)).toEqual(again);
});

describe('an answer that is no signature of what was asked for is none', () => {
  test.each([
    ['one bit of it changed', (answer: Uint8Array) => answer.with(100, answer[100]! ^ 1)],
    ['nothing but zeros', (answer: Uint8Array) => answer.map(() => 0)],
    ['the signature of another request', async () => (await signed(randomBytes(64))).blindSignature],
    ['a byte too few', (answer: Uint8Array) => answer.subarray(1)],
    ['a byte too many', (answer: Uint8Array) => Uint8Array.of(0, ...answer)],
  ])('%s', async (_, spoilt) => {
    const { blinding, blindSignature } = await signed(randomBytes(64));
    expect(finalize(key, blinding, blindSignature)).toHaveLength(256);
    expect(finalize(key, blinding, await spoilt(blindSignature))).toBeNull();
  });
});

test.each([
  ['zero', 0n],
  ['below zero', -5n],
  ['the modulus', key.n],
])('a blinding factor that is %s is refused', async (_, factor) => {
  await expect(blind(key, Uint8Array.of(1), randomBytes(48), factor)).rejects.toThrow(RangeError);
});

test('a modulus that shares a divisor with the factor is refused', async () => {
  const divisible = { ...key, n: key.n * 3n };
  await expect(blind(divisible, Uint8Array.of(1), randomBytes(48), 3n)).rejects.toThrow(RangeError);
});

test('the encoding is as long as it has to be at every size, and refuses what does not fit', async () => {
  for (const bits of [2046, 2047, 2048, 2049]) {
    const encoded = await encodePss(Uint8Array.of(1), randomBytes(48), bits);
    expect(encoded.length).toBe(Math.ceil(bits / 8));
    expect(toInteger(encoded) < 2n ** BigInt(bits)).toBe(true);
    expect(encoded.at(-1)).toBe(0xbc);
  }
  await expect(encodePss(Uint8Array.of(1), randomBytes(48), 8 * 97)).rejects.toThrow(RangeError);
});

test('the hash within the encoding is SHA-384 of eight zeros, the hash of the message and the salt', async () => {
  const salt = randomBytes(48);
  const hash = (data: Uint8Array) => createHash('sha384').update(data).digest();
  const encoded = await encodePss(Uint8Array.of(5), salt, 2047);
  const within = hash(Buffer.concat([new Uint8Array(8), hash(Uint8Array.of(5)), salt]));
  expect(Buffer.from(encoded.subarray(-49, -1))).toEqual(within);
});
