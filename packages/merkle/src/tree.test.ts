import { createHash } from 'node:crypto';
import { concat, toHex, type Sha256 } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafHash } from './hashes.ts';
import { provesConsistency, provesInclusion } from './proofs.ts';
import { Tree } from './tree.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** The definition, word for word (RFC 6962 §2.1). */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(concat(Uint8Array.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))));
}

const leavesOf = (many: number): Uint8Array[] =>
  Array.from({ length: many }, (_, at) => leafHash(sha256, Uint8Array.of(at & 255, at >> 8)));

test('the root of nothing is the hash of nothing', () => {
  expect(toHex(new Tree(sha256, []).root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('a leaf is hashed as in the published test of certificate transparency', () => {
  expect(toHex(leafHash(sha256, new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('roots of every beginning are those of the definition', () => {
  const leaves = leavesOf(70);
  const tree = new Tree(sha256, leaves);
  for (let size = 0; size <= 70; size++) expect(tree.root(size)).toEqual(rootOf(leaves.slice(0, size)));
});

test('every leaf of every beginning has a proof, and no other root, leaf, index or size', () => {
  const leaves = leavesOf(33);
  const tree = new Tree(sha256, leaves);
  for (let size = 1; size <= 33; size++) {
    for (let index = 0; index < size; index++) {
      const proof = tree.inclusion(index, size);
      const one = { index, size, leaf: leaves[index]!, proof, root: tree.root(size) };
      expect(provesInclusion(sha256, one)).toBe(true);
      expect(provesInclusion(sha256, { ...one, root: tree.root(size - 1) })).toBe(false);
      expect(provesInclusion(sha256, { ...one, leaf: leaves[(index + 1) % 33]! })).toBe(false);
      expect(provesInclusion(sha256, { ...one, proof: [...proof, leaves[0]!] })).toBe(false);
      if (size > 1) expect(provesInclusion(sha256, { ...one, index: (index + 1) % size })).toBe(false);
      if (proof.length > 0) expect(provesInclusion(sha256, { ...one, proof: proof.slice(1) })).toBe(false);
    }
  }
});

test('every beginning is proved to be one, and no other tree is', () => {
  const leaves = leavesOf(33);
  const tree = new Tree(sha256, leaves);
  const other = new Tree(sha256, leaves.with(2, leaves[3]!));
  for (let size = 1; size <= 33; size++) {
    for (let before = 1; before <= size; before++) {
      const proof = tree.consistency(before, size);
      const one = { before, size, rootBefore: tree.root(before), root: tree.root(size), proof };
      expect(provesConsistency(sha256, one)).toBe(true);
      if (before > 2) expect(provesConsistency(sha256, { ...one, rootBefore: other.root(before) })).toBe(false);
      if (size > 2 && before < size) expect(provesConsistency(sha256, { ...one, root: other.root(size) })).toBe(false);
      expect(provesConsistency(sha256, { ...one, before: 0 })).toBe(false);
    }
  }
});

test('whatever is handed in as a proof, nothing throws and nothing false is proved', () => {
  const hash = fc.uint8Array({ minLength: 31, maxLength: 33 });
  const size = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(NaN, 1.5, 2 ** 53, Infinity));
  fc.assert(
    fc.property(size, size, hash, hash, fc.array(hash, { maxLength: 8 }), (a, b, one, two, proof) => {
      const included = provesInclusion(sha256, { index: a, size: b, leaf: one, root: two, proof });
      expect(included && !(a === 0 && b === 1 && proof.length === 0)).toBe(false);
      const begun = provesConsistency(sha256, { before: a, size: b, rootBefore: one, root: two, proof });
      expect(begun && !(a === b && proof.length === 0)).toBe(false);
    }),
  );
});

test('what is not there has no proof', () => {
  const tree = new Tree(sha256, leavesOf(3));
  expect(() => tree.inclusion(3)).toThrow(RangeError);
  expect(() => tree.inclusion(-1)).toThrow(RangeError);
  expect(() => tree.root(4)).toThrow(RangeError);
  expect(() => tree.consistency(0)).toThrow(RangeError);
  expect(() => tree.consistency(3, 2)).toThrow(RangeError);
});
