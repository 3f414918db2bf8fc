import { generateKeyPairSync, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blindingFactor, leafSalt, messagePrefix, pseudonymSeed, pssSalt } from './derived.ts';
import { inverse } from './rsa/integers.ts';
import { readPublicKey } from './rsa/publicKey.ts';
import { derive } from './seed.ts';

const anySeed = fc.uint8Array({ minLength: 15, maxLength: 15 });
const anySurvey = fc.uuid();

function newKey() {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  return readPublicKey(Buffer.from(n, 'base64url'), [2048])!;
}
const keys = [newKey(), newKey()] as const;

const allOf = (seed: Uint8Array, survey: string) =>
  Promise.all([
    pseudonymSeed(seed, survey),
    messagePrefix(seed, survey),
    pssSalt(seed, survey),
    leafSalt(seed, survey),
  ]);
const texts = (all: Uint8Array[]) => all.map((bytes) => Buffer.from(bytes).toString('hex').slice(0, 64));

test('each is HKDF-SHA-256 (RFC 5869) of the seed, as OpenSSL has it', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySurvey, async (seed, survey) => {
      const expected = (length: number, ...info: unknown[]) =>
        new Uint8Array(hkdfSync('sha256', seed, 'danban/credential/v1', JSON.stringify(info), length));
      expect(await pseudonymSeed(seed, survey)).toEqual(expected(32, 'pseudonym', survey));
      expect(await messagePrefix(seed, survey)).toEqual(expected(32, 'prefix', survey));
      expect(await pssSalt(seed, survey)).toEqual(expected(48, 'salt', survey));
      expect(await leafSalt(seed, survey)).toEqual(expected(32, 'leaf', survey));
    }),
    { numRuns: 20 },
  );
});

test('no two uses, surveys or seeds share a value', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySurvey, anySurvey, fc.nat({ max: 14 }), async (seed, survey, other, at) => {
      fc.pre(survey !== other);
      const all = await Promise.all([
        allOf(seed, survey),
        allOf(seed, other),
        allOf(seed.with(at, seed[at]! ^ 1), survey),
      ]);
      expect(new Set(all.flatMap(texts)).size).toBe(12);
    }),
    { numRuns: 20 },
  );
});

test('a survey whose name imitates what follows it gets nothing of another', async () => {
  const seed = new Uint8Array(15);
  const [imitating, other] = [derive(seed, 'blinding', 'a","1', 32), derive(seed, 'blinding', 'a', 32, '1')];
  expect(await imitating).not.toEqual(await other);
});

test('the blinding factor lies below the modulus, can be inverted, and differs by survey and by key', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySurvey, anySurvey, async (seed, survey, other) => {
      fc.pre(survey !== other);
      const factor = await blindingFactor(seed, survey, keys[0]);
      expect(factor > 0n && factor < keys[0].n && inverse(factor, keys[0].n) !== null).toBe(true);
      expect(await blindingFactor(seed, survey, keys[0])).toBe(factor);
      expect(await blindingFactor(seed, other, keys[0])).not.toBe(factor);
      expect(await blindingFactor(seed, survey, keys[1])).not.toBe(factor);
    }),
    { numRuns: 20 },
  );
});

test('the blinding factor is a wide number reduced: 128 bits more than the modulus has', async () => {
  const [seed, survey] = [new Uint8Array(15).fill(3), 's'];
  const info = JSON.stringify(['blinding', survey, Buffer.from(keys[0].modulus).toString('base64url')]);
  const wide = Buffer.from(hkdfSync('sha256', seed, 'danban/credential/v1', info, 256 + 16)).toString('hex');
  expect(await blindingFactor(seed, survey, keys[0])).toBe(BigInt(`0x${wide}`) % keys[0].n);
});

test.each([0, 14, 16, 32])('a seed of %i bytes is refused', async (length) => {
  await expect(pssSalt(new Uint8Array(length), 's')).rejects.toThrow(RangeError);
});
