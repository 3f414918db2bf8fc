import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafData, openTo, pathTo, tableKey, type Standing } from './commitment.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A whole with two parts, the second with two parts of its own. */
const parents = [-1, 0, 0, 2, 2];

const standings = fc.record({
  category: fc.nat({ max: 255 }),
  criteria: fc.uint8Array({ maxLength: 2 }),
  unit: fc.nat({ max: parents.length - 1 }),
});
const keys = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('the key of a table is HMAC-SHA-256 (RFC 2104) of its number, cut to 16 bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat({ max: 0xffff }), (key, table) => {
      const message = Buffer.concat([Buffer.from('danban/table/v1\n'), Buffer.from([table >> 8, table & 255])]);
      expect(hex(tableKey(sha256, key, table))).toBe(
        hex(createHmac('sha256', key).update(message).digest().subarray(0, 16)),
      );
    }),
  );
});

test('however far a leaf is opened, it is the same leaf, and one block long', () => {
  fc.assert(
    fc.property(keys, standings, (key, standing) => {
      const depths = Array.from({ length: pathTo(parents, standing.unit).length + 1 }, (_, depth) => depth);
      const leaves = depths.map((depth) => leafData(sha256, parents, openTo(sha256, parents, key, standing, depth)));
      expect(new Set(leaves.map(hex)).size).toBe(1);
      // With the byte that marks a leaf and the padding of SHA-256.
      expect(1 + leaves[0]!.length + 9).toBeLessThanOrEqual(64);
    }),
  );
});

test('a leaf opened less far says no more than the unit it is opened for', () => {
  fc.assert(
    fc.property(keys, standings, (key, standing) => {
      const path = pathTo(parents, standing.unit);
      path.forEach((_, depth) => {
        const opened = openTo(sha256, parents, key, standing, depth);
        expect(opened.unit).toBe(depth === 0 ? 0 : path[depth - 1]);
        const deeper = openTo(sha256, parents, key, standing, depth + 1);
        expect(hex(opened.key)).not.toBe(hex(deeper.key));
        expect(hex(opened.below)).not.toBe(hex(deeper.below));
      });
    }),
  );
});

test('two people who stand alike have nothing in common, nor has one in two tables', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), standings, (key, standing) => {
      const other = key.with(0, key[0]! ^ 1);
      const seen = [tableKey(sha256, key, 0), tableKey(sha256, key, 1), tableKey(sha256, other, 0)].flatMap((table) => {
        const opened = openTo(sha256, parents, table, standing, 0);
        return [opened.key, opened.below, leafData(sha256, parents, opened)].map(hex);
      });
      expect(new Set(seen).size).toBe(9);
    }),
  );
});

test.each<[string, Partial<Standing>]>([
  ['another category', { category: 3 }],
  ['another answer to a criterion', { criteria: Uint8Array.of(2) }],
  ['another unit', { unit: 4 }],
])('%s makes another leaf', (_, change) => {
  const key = new Uint8Array(16).fill(7);
  const standing = { category: 2, criteria: Uint8Array.of(1), unit: 3 };
  const leafFor = (one: Standing) => hex(leafData(sha256, parents, openTo(sha256, parents, key, one, 2)));
  expect(leafFor({ ...standing, ...change })).not.toBe(leafFor(standing));
});

test('an opened leaf that names another unit or category is another leaf', () => {
  const key = new Uint8Array(16).fill(7);
  const opened = openTo(sha256, parents, key, { category: 2, criteria: new Uint8Array(), unit: 3 }, 2);
  const leaf = hex(leafData(sha256, parents, opened));
  expect(hex(leafData(sha256, parents, { ...opened, category: 1 }))).not.toBe(leaf);
  expect(hex(leafData(sha256, parents, { ...opened, unit: 4 }))).not.toBe(leaf);
  expect(hex(leafData(sha256, parents, { ...opened, unit: 2 }))).not.toBe(leaf);
});

test('no depth below the unit itself', () => {
  const standing = { category: 0, criteria: new Uint8Array(), unit: 1 };
  expect(() => openTo(sha256, parents, new Uint8Array(16), standing, 2)).toThrow(RangeError);
});
