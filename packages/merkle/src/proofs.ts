import { compareBytes, type Sha256 } from '@danban/bytes';
import { HASH, nodeHash } from './hashes.ts';

/** That a leaf is in a tree. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** That one tree is the beginning of another. */
export interface Consistency {
  readonly before: number;
  readonly size: number;
  readonly rootBefore: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the proof holds (RFC 9162 §2.1.3.2). Never throws: what makes no sense does not hold. */
export function provesInclusion(sha256: Sha256, { index, size, leaf, proof, root }: Inclusion): boolean {
  if (!areSizes(index, size) || index >= size || !areHashes(leaf, root, ...proof)) return false;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

/** Whether the proof holds (RFC 9162 §2.1.4.2). A tree of nothing is the beginning of none: that proves nothing. */
export function provesConsistency(sha256: Sha256, { before, size, rootBefore, root, proof }: Consistency): boolean {
  if (!areSizes(before, size) || before === 0 || before > size) return false;
  if (before === size) return proof.length === 0 && isSame(rootBefore, root);
  if (!areHashes(rootBefore, root, ...proof)) return false;
  const path = isPowerOfTwo(before) ? [rootBefore, ...proof] : proof;
  if (path.length === 0) return false;
  let [node, last] = [before - 1, size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let [old, now] = [path[0]!, path[0]!];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      old = nodeHash(sha256, sibling, old);
      now = nodeHash(sha256, sibling, now);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      now = nodeHash(sha256, now, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSame(old, rootBefore) && isSame(now, root);
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
const isSame = (a: Uint8Array, b: Uint8Array): boolean => compareBytes(a, b) === 0;
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
const areSizes = (...sizes: number[]): boolean => sizes.every((size) => Number.isSafeInteger(size) && size >= 0);
const areHashes = (...hashes: Uint8Array[]): boolean => hashes.every(({ length }) => length === HASH);
