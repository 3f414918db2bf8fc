import { createHash, generateKeyPairSync, randomBytes, sign, constants } from 'node:crypto';
import { expect, test } from 'vitest';
import { credentialMessage } from '../credential.ts';
import { readPublicKey } from '../rsa/publicKey.ts';
import { submissionMessage } from '../submission.ts';
import { isSigned, isSignedBy, nullifierOf, verifyingKey } from './verifier.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
const key = verifyingKey(readPublicKey(modulus, [2048])!);
const unsigned = { prefix: randomBytes(32), pseudonym: randomBytes(32) };

function signedWith(hash: string, saltLength: number) {
  const options = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  return { ...unsigned, signature: sign(hash, credentialMessage(unsigned), options) };
}

test('SHA-384 and a salt of 48 bytes are signed, and no other variant', () => {
  expect(isSigned(key, signedWith('sha384', 48))).toBe(true);
  expect(isSigned(key, signedWith('sha384', 0))).toBe(false);
  expect(isSigned(key, signedWith('sha384', 32))).toBe(false);
  expect(isSigned(key, signedWith('sha256', 48))).toBe(false);
});

test.each([0, 1, 255, 257, 10_000])('%i bytes of anything are no signature, and no exception', (length) => {
  expect(isSigned(key, { ...unsigned, signature: new Uint8Array(length) })).toBe(false);
});

test('a pseudonym that is no point of the curve has signed nothing, and is no exception', () => {
  const [hash, proof] = [randomBytes(32), randomBytes(64)];
  for (const byte of [0, 1, 2, 127, 255]) {
    expect(isSignedBy(new Uint8Array(32).fill(byte), 's', hash, proof)).toBe(false);
  }
  expect(isSignedBy(randomBytes(32), 's', hash, new Uint8Array(0))).toBe(false);
});

test('what is signed is readable, and names its purpose, survey and body', () => {
  const hash = createHash('sha256').update('body').digest();
  const text = new TextDecoder().decode(submissionMessage('s-1', hash));
  expect(text).toBe(`["danban/submission/v1","s-1","${hash.toString('hex')}"]`);
});

test('the nullifier is SHA-256 of a name of its own, prefix and pseudonym', () => {
  const { prefix, pseudonym } = unsigned;
  const expected = createHash('sha256').update('danban/nullifier/v1').update(prefix).update(pseudonym).digest();
  expect(nullifierOf(unsigned)).toEqual(expected);
  expect(nullifierOf({ ...unsigned, prefix: randomBytes(32) })).not.toEqual(expected);
});
