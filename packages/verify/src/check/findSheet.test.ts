import { createHash, randomBytes } from 'node:crypto';
import { compareBytes } from '@danban/bytes';
import { leafHash } from '@danban/merkle';
import { compile, type Definition } from '@danban/survey';
import { validAnswers } from '@danban/survey/testing/arbitraries';
import { everyType, routed } from '@danban/survey/testing/definitions';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DepthOf } from '../commit.ts';
import { leafData, openTo, type Parents, pathTo, tableKey } from '../commitment.ts';
import { readTable, type TableLeaf, writeTable } from '../tableFile.ts';
import { findSheet, type Found } from './findSheet.ts';
import type { Published } from './receipt.ts';
import { kept, lookedThrough, published, type Kept, type Sent } from './testing/published.ts';

/** Places right below the whole, one of them with nothing below, and a chain of five. */
const parents = [-1, 0, 0, 0, 2, 2, 3, 6, 7, 8, 8];
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const none = new Uint8Array();
const definitions = [everyType, routed].map((definition) => ({ definition, compiled: compile(definition) }));

const find = ({ counted, ...survey }: Published, key: Uint8Array, hash = sha256): Found | null =>
  findSheet(hash, survey, counted!, key);

/** As the urn knows it. */
function truth({ tables }: Published, { unit, packed }: Kept): Found {
  const plain = tables.all.filter(({ criteria }) => criteria.length === 0);
  return { unit, categories: plain.map((table) => tables.category(table, packed)) };
}

/** Opens each leaf to some depth of its own, as table and unit have it, or not at all. */
const depths = fc.array(fc.option(fc.nat({ max: 6 })), { minLength: 1, maxLength: 7 });
const openedBy =
  (tree: Parents, drawn: readonly (number | null)[]): DepthOf =>
  ({ index }, { unit }) => {
    const depth = drawn[(index * 3 + unit) % drawn.length]!;
    return depth === null ? null : Math.min(depth, pathTo(tree, unit).length);
  };

function sentBy(definition: Definition, unit: number, seed = 1): Sent {
  const [answers] = fc.sample(validAnswers(definition), { numRuns: 1, seed });
  return { answers: answers!, unit, key: randomBytes(32) };
}

test('a sheet is found where it stands, however deep it lies and however far its leaves are opened', () => {
  const units = fc.uniqueArray(fc.nat({ max: parents.length - 1 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...definitions), units, depths, fc.integer(), (one, among, drawn, seed) => {
      const { compiled, definition } = one;
      const sheets = among.map((unit) => kept(sha256, compiled, sentBy(definition, unit, seed)));
      const all = published({ sha256, compiled, parents, depthOf: openedBy(parents, drawn) }, sheets);
      for (const sheet of sheets) expect(find(all, sheet.key)).toEqual(truth(all, sheet));
      expect(find(all, randomBytes(32))).toBeNull();
    }),
    { numRuns: 25 },
  );
});

/** A whole with thirty places, and a hundred units in each. */
const wide = [-1, ...Array.from({ length: 30 }, () => 0), ...Array.from({ length: 3_000 }, (_, at) => 1 + (at % 30))];

/** Hashes it takes to look for a key, a leaf of the last unit being opened to this depth in every table. */
function hashesFor(depth: number | null, key?: Uint8Array): number {
  const { compiled, definition } = definitions[0]!;
  const sheet = kept(sha256, compiled, sentBy(definition, wide.length - 1));
  const all = published({ sha256, compiled, parents: wide, depthOf: () => depth }, [sheet]);
  let hashes = 0;
  const counting = (bytes: Uint8Array): Uint8Array => ((hashes += 1), sha256(bytes));
  expect(find(all, key ?? sheet.key, counting)?.unit).toBe(key ? undefined : sheet.unit);
  return hashes / all.tables.perBreakdown;
}

test('where leaves are opened, units are not tried that they are not of', () => {
  expect(hashesFor(2)).toBeLessThan(30);
  // A hundred of one place, two steps of each in one table; then the 3,000 of all of them.
  expect(hashesFor(1)).toBeLessThan(30 + 100);
  expect(hashesFor(0) - hashesFor(2)).toBeLessThan(1 + (2 * 3_000) / 10);
  // Of a sheet there is no leaf of, nothing is tried where every leaf is opened.
  expect(hashesFor(0, randomBytes(32))).toBeLessThan(20);
});

/** The same table with one leaf closed and others beside it. */
function forged(all: Published, index: number, closed: Uint8Array, others: readonly TableLeaf[]): Published {
  const { file } = all.counted![index]!;
  const hashOf = (leaf: TableLeaf): Uint8Array =>
    leaf instanceof Uint8Array ? leaf : leafHash(sha256, leafData(sha256, parents, leaf));
  const own = readTable(file, 0)!.map((leaf) => (compareBytes(hashOf(leaf), closed) === 0 ? closed : leaf));
  const leaves = [...own, ...others].sort((a, b) => compareBytes(hashOf(a), hashOf(b)));
  const table = lookedThrough(sha256, parents, writeTable(leaves), 0);
  return { ...all, counted: all.counted!.with(index, table) };
}

test('a leaf that is opened by the key of a sheet and is not its own leads nowhere', () => {
  const { compiled, definition } = definitions[0]!;
  const sheet = kept(sha256, compiled, sentBy(definition, 8));
  const all = published({ sha256, compiled, parents, depthOf: () => null }, [sheet]);
  const table = all.tables.all[0]!;
  const own = tableKey(sha256, sheet.key, table.index);
  const category = all.tables.category(table, sheet.packed);
  const standing = { category, criteria: none, unit: 8 };
  const real = openTo(sha256, parents, own, standing, 4);
  const keys = [0, 1, 2, 3, 4].map((depth) => openTo(sha256, parents, own, standing, depth).key);
  const decoys = keys.flatMap((key) =>
    parents.map((_, unit) => ({ key, category: 0, criteria: none, unit, below: randomBytes(32) })),
  );
  const closed = leafHash(sha256, leafData(sha256, parents, real));
  expect(find(forged(all, table.index, closed, decoys), sheet.key)).toEqual(truth(all, sheet));
});

test('a sheet opened in another unit by one table than by the others is not counted', () => {
  const { compiled, definition } = definitions[0]!;
  const sheet = kept(sha256, compiled, sentBy(definition, 4));
  for (const depth of [null, 0, 1, 2]) {
    const there = published({ sha256, compiled, parents, depthOf: () => depth }, [sheet]);
    const elsewhere = published({ sha256, compiled, parents, depthOf: () => 2 }, [{ ...sheet, unit: 5 }]);
    for (const table of [0, 1]) {
      expect(find({ ...there, counted: there.counted!.with(table, elsewhere.counted![table]!) }, sheet.key)).toBeNull();
    }
  }
});
