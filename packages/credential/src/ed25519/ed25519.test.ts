import { createPublicKey, verify } from 'node:crypto';
import { fromHex, toBase64Url, toHex } from '@danban/bytes';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ed25519AtHand } from './atHand.ts';
import { library } from './library.ts';
import { isNative, native } from './native.ts';
import { ed25519 } from './onThisHost.ts';

/** RFC 8032 §7.1, test 3. */
const printed = {
  secret: fromHex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'),
  message: fromHex('af82'),
  publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  signature:
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
    '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
};

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });

afterEach(() => vi.unstubAllGlobals());

/** A host like Chrome before 137: WebCrypto without Ed25519. */
function withoutEd25519(): void {
  const { subtle } = crypto;
  const importKey = (...args: Parameters<SubtleCrypto['importKey']>) =>
    (args[2] as { name?: string }).name === 'Ed25519'
      ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
      : subtle.importKey(...args);
  vi.stubGlobal('crypto', { subtle: { importKey, digest: subtle.digest.bind(subtle) } });
}

describe.each([
  ['the host', native],
  ['the library', library],
])('Ed25519 of %s', (_, { publicKey, sign, signingKey, verify: holds }) => {
  test('is that of RFC 8032 §7.1', async () => {
    expect(toHex(await publicKey(printed.secret))).toBe(printed.publicKey);
    expect(toHex(await sign(printed.secret, printed.message))).toBe(printed.signature);
  });

  test('what is no signature, or of no key, does not hold', async () => {
    const own = await publicKey(printed.secret);
    expect(await holds(own, printed.message, new Uint8Array(3))).toBe(false);
    expect(await holds(own.subarray(1), printed.message, fromHex(printed.signature))).toBe(false);
  });

  test('signs the same with what a device keeps', async () => {
    const kept = await signingKey(printed.secret);
    expect(toHex(await sign(kept, printed.message))).toBe(printed.signature);
  });

  test('makes signatures that hold for their key and message alone', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, fc.uint8Array(), fc.uint8Array(), async (secret, message, other) => {
        const x = toBase64Url(await publicKey(secret));
        const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
        const signature = await sign(secret, message);
        expect(verify(null, message, key, signature)).toBe(true);
        expect(verify(null, other, key, signature)).toBe(Buffer.compare(message, other) === 0);
        const own = await publicKey(secret);
        expect(await holds(own, message, signature)).toBe(true);
        expect(await holds(own, Uint8Array.of(...message, 0), signature)).toBe(false);
        expect(await holds(own, message, signature.with(3, signature[3]! ^ 1))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

test('host and library have the same public key for every secret', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      expect(toHex(await library.publicKey(secret))).toBe(toHex(await native.publicKey(secret)));
    }),
    { numRuns: 20 },
  );
});

test('what a host keeps is read out by nobody', async () => {
  const kept = (await native.signingKey(printed.secret)) as CryptoKey;
  await expect(crypto.subtle.exportKey('pkcs8', kept)).rejects.toThrow();
  expect(() => library.sign(kept, printed.message)).toThrow('another browser');
});

test('the host is used where it has Ed25519', async () => {
  expect(await isNative()).toBe(true);
  expect(await ed25519()).toBe(native);
  expect(await ed25519AtHand()).toBe(native);
});

test('the library stands in where the host has none', async () => {
  withoutEd25519();
  expect(await isNative()).toBe(false);
  const found = await ed25519();
  expect(found).toBe(library);
  expect(await ed25519AtHand()).toBe(library);
  expect(toHex(await found.sign(printed.secret, printed.message))).toBe(printed.signature);
});
