import { toBase64Url } from '@danban/bytes';
import { subtle } from '../subtle.ts';
import type { PublicKey } from './publicKey.ts';

/** RFC 9474 §4.5 by WebCrypto: whether the prepared message is signed under this key (RSASSA-PSS, SHA-384, salt 48). */
export async function verify(key: PublicKey, prepared: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const jwk = { kty: 'RSA', n: toBase64Url(key.modulus), e: 'AQAB' };
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const imported = await subtle().importKey('jwk', jwk, algorithm, false, ['verify']);
  return subtle().verify({ name: 'RSA-PSS', saltLength: 48 }, imported, signature, prepared);
}
