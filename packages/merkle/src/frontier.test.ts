import { createHash } from 'node:crypto';
import { toHex, type Sha256 } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Frontier } from './frontier.ts';
import { HASH, leafHash } from './hashes.ts';
import { Tree } from './tree.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

const leavesOf = (many: number): Uint8Array[] =>
  Array.from({ length: many }, (_, at) => leafHash(sha256, Uint8Array.of(at & 255, at >> 8)));

test('an edge that grows has the roots of the tree over all leaves', () => {
  const leaves = leavesOf(130);
  const tree = new Tree(sha256, leaves);
  const edge = new Frontier(sha256);
  for (const [at, leaf] of leaves.entries()) {
    expect(toHex(edge.root())).toBe(toHex(tree.root(at)));
    edge.add(leaf);
    expect(edge.size).toBe(at + 1);
  }
  expect(toHex(edge.root())).toBe(toHex(tree.root()));
});

test('what was written is gone on from, wherever it was broken off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (before, after) => {
      const leaves = leavesOf(before + after);
      const first = new Frontier(sha256);
      for (const leaf of leaves.slice(0, before)) first.add(leaf);
      const second = new Frontier(sha256, first.size, first.bytes());
      for (const leaf of leaves.slice(before)) second.add(leaf);
      expect(toHex(second.root())).toBe(toHex(new Tree(sha256, leaves).root()));
      // Going on changes nothing of what was handed over.
      expect(toHex(first.root())).toBe(toHex(new Tree(sha256, leaves.slice(0, before)).root()));
    }),
  );
});

test('an edge that is not one of its size is refused', () => {
  expect(() => new Frontier(sha256, 3, new Uint8Array(HASH))).toThrow(RangeError);
  expect(() => new Frontier(sha256, 0, new Uint8Array(HASH))).toThrow(RangeError);
  expect(() => new Frontier(sha256, 1, new Uint8Array(HASH - 1))).toThrow(RangeError);
  expect(() => new Frontier(sha256, -1)).toThrow(RangeError);
  expect(() => new Frontier(sha256, 1.5, new Uint8Array(2 * HASH))).toThrow(RangeError);
});
