import { createPrivateKey, randomBytes, type webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { describe, expect, test } from 'vitest';
import { blindSign, issuerOf } from '../node/issuer.ts';
import { blind, finalize, prepare } from './client.ts';
import { toInteger } from './integers.ts';
import { readPublicKey } from './publicKey.ts';
import { verify } from './verify.ts';

// Names of a browser's library that its types lean on.
declare global {
  type CryptoKeyPair = webcrypto.CryptoKeyPair;
  type RsaHashedKeyGenParams = webcrypto.RsaHashedKeyGenParams;
}

/** Another implementation of the same RFC, over another library of big numbers. */
const theirs = RSABSSA.SHA384.PSS.Randomized();
const exponent = Uint8Array.of(1, 0, 1);

async function keysOf(bits: number) {
  const { privateKey, publicKey } = await theirs.generateKey({ modulusLength: bits, publicExponent: exponent });
  const jwk = await crypto.subtle.exportKey('jwk', privateKey);
  const issuer = issuerOf(createPrivateKey({ key: jwk, format: 'jwk' }), [bits]);
  const key = readPublicKey(issuer.modulus, [bits])!;
  return { privateKey, publicKey, issuer, key };
}
type Keys = Awaited<ReturnType<typeof keysOf>>;

async function theirClientOurIssuer({ publicKey, issuer, key }: Keys): Promise<void> {
  const prepared = theirs.prepare(randomBytes(32));
  const { blindedMsg, inv } = await theirs.blind(publicKey, prepared);
  const signed = blindSign(issuer, blindedMsg);
  const signature = await theirs.finalize(publicKey, prepared, signed, inv);
  expect(await verify(key, prepared, signature)).toBe(true);
}

async function ourClientTheirIssuer({ privateKey, publicKey, key }: Keys): Promise<void> {
  const prepared = prepare(randomBytes(32), randomBytes(32));
  const factor = toInteger(randomBytes(key.modulus.length + 16)) % key.n;
  const { blinded, blinding } = await blind(key, prepared, randomBytes(48), factor);
  const signature = finalize(key, blinding, await theirs.blindSign(privateKey, blinded))!;
  expect(await theirs.verify(publicKey, signature, prepared)).toBe(true);
  expect(await theirs.verify(publicKey, signature.with(9, signature[9]! ^ 1), prepared)).toBe(false);
}

describe.each([
  { bits: 2048, keys: 5, rounds: 10 },
  { bits: 3072, keys: 1, rounds: 4 },
])('at $bits bits, $keys × $rounds rounds', ({ bits, keys, rounds }) => {
  test.each(Array.from({ length: keys }, (_, at) => at + 1))('under key %i', { timeout: 120_000 }, async () => {
    const made = await keysOf(bits);
    for (let round = 0; round < rounds; round++) {
      await theirClientOurIssuer(made);
      await ourClientTheirIssuer(made);
    }
  });
});
