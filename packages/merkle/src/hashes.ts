import { concat, type Sha256 } from '@danban/bytes';

/** Bytes of a hash. */
export const HASH = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf's data (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, data));
}

/** The hash of a node over its two children. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(NODE, left, right));
}
