import { concat, type Sha256 } from '@danban/bytes';

/** Bytes of a hash. */
export const HASH = 32;

const LEAF = Uint8Array.of(0);
const NODE = 1;

/** The hash of a leaf's data (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, data));
}

/** The same for many leaves whose data are hashes, in one place of memory. */
export function leafHasher(sha256: Sha256): (hash: Uint8Array) => Uint8Array {
  const data = new Uint8Array(1 + HASH);
  return (hash) => {
    data.set(hash, 1);
    return sha256(data);
  };
}

/** The hash of a node over its two children. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return nodeHasher(sha256)(left, right);
}

/** The same for many nodes, in one place of memory. */
export function nodeHasher(sha256: Sha256): (left: Uint8Array, right: Uint8Array) => Uint8Array {
  const data = new Uint8Array(1 + 2 * HASH);
  data[0] = NODE;
  return (left, right) => {
    data.set(left, 1);
    data.set(right, 1 + HASH);
    return sha256(data);
  };
}
