import { concat, type Sha256 } from '@danban/bytes';

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) for keys no longer than a block: 32 bytes. */
export function hmac(sha256: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  if (key.length > BLOCK) throw new RangeError('a key is no longer than a block');
  const [inner, outer] = [new Uint8Array(BLOCK).fill(0x36), new Uint8Array(BLOCK).fill(0x5c)];
  key.forEach((byte, at) => {
    inner[at]! ^= byte;
    outer[at]! ^= byte;
  });
  return sha256(concat(outer, sha256(concat(inner, message))));
}
