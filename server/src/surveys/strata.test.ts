import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TreeUnit } from './frozen.ts';
import { countedTree, placesOf, positionOf, strataSizes } from './strata.ts';

const headcount = { staff: null, students: null, households: null };
const unit = (id: string, parentId: string | null): TreeUnit => ({ id, parentId, name: id, headcount });
const units = [unit('so', null), unit('phong', 'so'), unit('a', 'phong'), unit('b', 'phong'), unit('c', 'so')];

const placed = (sizes: Record<string, number>, least = 10) =>
  Object.fromEntries(placesOf(units, new Map(Object.entries(sizes)), least));

test('units that are large enough stand alone', () => {
  expect(placed({ a: 10, b: 12, c: 30 })).toEqual({ a: 'a', b: 'b', c: 'c' });
});

test('small units join the one above them', () => {
  expect(placed({ a: 4, b: 7, c: 30 })).toEqual({ a: 'phong', b: 'phong', c: 'c' });
});

test('what is too small there as well goes on to the top, which takes in the smallest below', () => {
  expect(placed({ a: 4, b: 12, c: 30 })).toEqual({ a: 'so', b: 'so', c: 'c' });
});

test('fewer people than two thresholds are one stratum', () => {
  expect(placed({ a: 3, c: 4 })).toEqual({ a: 'so', c: 'so' });
});

test('nobody on the list, no stratum', () => {
  expect(placed({})).toEqual({});
});

const trees = fc
  .array(fc.record({ up: fc.nat(), people: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 30 })
  .map((rows) => ({
    units: rows.map(({ up }, i) => unit(`u${i}`, i === 0 ? null : `u${up % i}`)),
    sizes: new Map(rows.map(({ people }, i) => [`u${i}`, people])),
  }));

test('every stratum but a lonely one has twice the threshold, and nobody is lost', () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 2, max: 20 }), (tree, least) => {
      const strata = strataSizes(placesOf(tree.units, tree.sizes, least), tree.sizes);
      const all = [...tree.sizes.values()].reduce((a, b) => a + b, 0);
      expect([...strata.values()].reduce((a, b) => a + b, 0)).toBe(all);
      if (strata.size > 1) expect(Math.min(...strata.values())).toBeGreaterThanOrEqual(least);
    }),
  );
});

test('in the tree every inner unit has the people of what lies below it, and each stratum a place of its own', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const strata = strataSizes(placesOf(tree.units, tree.sizes, 6), tree.sizes);
      const frozen = countedTree(tree.units, strata);
      const below = (position: number) => frozen.filter(({ parent }) => parent === position);
      for (const { position, invited } of frozen.filter(({ position }) => below(position).length > 0)) {
        expect(invited).toBe(below(position).reduce((sum, one) => sum + one.invited!, 0));
      }
      for (const [id, people] of strata) {
        const place = frozen[positionOf(frozen, id)]!;
        expect([place.invited, below(place.position).length]).toEqual([people, 0]);
      }
      expect(frozen.every(({ parent, position }) => parent < position)).toBe(true);
    }),
  );
});
