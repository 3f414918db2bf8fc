import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { toBase64Url } from '@danban/bytes';
import type { Verify } from '@danban/merkle';

/** What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface Pair {
  publicKey: Uint8Array;
  sign(message: Uint8Array): Buffer;
}

/** The key pair of 32 secret bytes (RFC 8032 §5.1.5). */
export function pairOf(seed: Uint8Array): Pair {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  return { publicKey: publicBytes(key), sign: (message) => sign(null, message, key) };
}

const publicBytes = (key: KeyObject): Uint8Array =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url');

export const ed25519: Verify = (publicKey, message, signature) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
  try {
    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false;
  }
};
