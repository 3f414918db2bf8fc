import { getPublicKeyAsync, signAsync, verifyAsync } from '@noble/ed25519';
import type { Ed25519 } from './ed25519.ts';

/** Ed25519 for browsers without it, in BigInt; not constant-time, on the respondent's own device. */
export const library: Ed25519 = {
  publicKey: (secret) => getPublicKeyAsync(secret),
  signingKey: (secret) => Promise.resolve(secret),
  sign(key, message) {
    if (key instanceof Uint8Array) return signAsync(message, key);
    throw new TypeError('a key of another browser');
  },
  verify: (publicKey, message, signature) => verifyAsync(signature, message, publicKey).catch(() => false),
};
