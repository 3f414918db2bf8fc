import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishCredential, requestCredential } from './request.ts';
import { blindSign, issuerOf, type Issuer } from './node/issuer.ts';
import { isSigned, isSignedBy, nullifierOf, verifyingKey } from './node/verifier.ts';
import { readPublicKey, type PublicKey } from './rsa/publicKey.ts';
import { signSubmission } from './submission.ts';

interface Side {
  issuer: Issuer;
  key: PublicKey;
}

function sideOf(bits: number): Side {
  const issuer = issuerOf(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey, [bits]);
  return { issuer, key: readPublicKey(issuer.modulus, [bits])! };
}
const [here, elsewhere] = [sideOf(2048), sideOf(2048)];

const seeds = fc.uint8Array({ minLength: 15, maxLength: 15 });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

const signatureOf = ({ issuer }: Side, blinded: Uint8Array): Uint8Array => blindSign(issuer, blinded);

async function collected(seed: Uint8Array, survey: string, side = here) {
  const request = await requestCredential(seed, survey, side.key);
  const credential = finishCredential(side.key, request, signatureOf(side, request.blinded))!;
  return { request, credential };
}

test('a seed becomes a credential, and what its pseudonym signs is accepted, in its survey and for its body alone', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.uint8Array(), async (seed, body) => {
      const { request, credential } = await collected(seed, 'survey');
      expect(isSigned(verifyingKey(here.key), credential)).toBe(true);
      const proof = await signSubmission(request.secret, 'survey', body);
      const accepts = (survey: string, sent: Uint8Array) =>
        isSignedBy(credential.pseudonym, survey, sha256(sent), proof);
      expect([accepts('survey', body), accepts('other', body), accepts('survey', Uint8Array.of(...body, 0))]).toEqual([
        true,
        false,
        false,
      ]);
    }),
    { numRuns: 10 },
  );
});

test('at 3072 bits, the size of the product', async () => {
  const side = sideOf(3072);
  expect(readPublicKey(side.issuer.modulus)).toEqual(side.key);
  const { credential } = await collected(new Uint8Array(15), 'survey', side);
  expect(credential.signature).toHaveLength(384);
  expect(isSigned(verifyingKey(side.key), credential)).toBe(true);
});

test('the same seed asks for the same credential on any device, so that asking twice is no second one', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const [one, again] = [await collected(seed, 'survey'), await collected(seed, 'survey')];
      expect(again).toEqual(one);
    }),
    { numRuns: 10 },
  );
});

test('in another survey, or under another key, the same seed shows nothing of what it showed', async () => {
  const seed = new Uint8Array(15).fill(9);
  const [first, second, third] = [
    await collected(seed, 'survey'),
    await collected(seed, 'other'),
    await collected(seed, 'survey', elsewhere),
  ];
  expect(second.credential.pseudonym).not.toEqual(first.credential.pseudonym);
  expect(nullifierOf(second.credential)).not.toEqual(nullifierOf(first.credential));
  expect(third.request.blinded).not.toEqual(first.request.blinded);
});

describe('what is no credential of this key', () => {
  const key = verifyingKey(here.key);

  test('one of another survey, another pseudonym, another prefix, a changed signature', async () => {
    const { credential } = await collected(new Uint8Array(15).fill(1), 'survey');
    const { credential: other } = await collected(new Uint8Array(15).fill(2), 'survey');
    const { credential: foreign } = await collected(new Uint8Array(15).fill(1), 'survey', elsewhere);
    expect(isSigned(key, foreign)).toBe(false);
    expect(isSigned(key, { ...credential, pseudonym: other.pseudonym })).toBe(false);
    expect(isSigned(key, { ...credential, prefix: other.prefix })).toBe(false);
    expect(isSigned(key, { ...credential, signature: other.signature })).toBe(false);
    expect(isSigned(key, { ...credential, signature: credential.signature.subarray(1) })).toBe(false);
  });

  test('an answer of another issuer, or to somebody else, is none: nothing is left to be sent', async () => {
    const request = await requestCredential(new Uint8Array(15).fill(1), 'survey', here.key);
    const somebody = await requestCredential(new Uint8Array(15).fill(2), 'survey', here.key);
    expect(finishCredential(here.key, request, signatureOf(here, somebody.blinded))).toBeNull();
    expect(finishCredential(here.key, request, new Uint8Array(256))).toBeNull();
  });
});

test('what the issuer saw has nothing in common with what is shown later', async () => {
  const { request, credential } = await collected(new Uint8Array(15).fill(4), 'survey');
  const seen = Buffer.concat([request.blinded, signatureOf(here, request.blinded)]);
  for (const shown of [credential.prefix, credential.pseudonym, credential.signature]) {
    for (let at = 0; at + 8 <= shown.length; at += 8) expect(seen.includes(shown.subarray(at, at + 8))).toBe(false);
  }
});
