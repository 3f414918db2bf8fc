import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedCells } from './expectedCells.ts';

const plan = { dimensions: [{ categories: 2 }, { categories: 3 }], crossed: [] };
const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
const chosen = shares.filter((list) => list.some((share) => share > 0));

test('everybody has one place, and the same numbers give the same cells', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90), { minLength: 1, maxLength: 9 }), chosen, chosen, (people, first, second) => {
      const given = [first, [...second, 7]];
      const cells = expectedCells(plan, Uint32Array.from(people), given);
      const found = people.map(() => 0);
      cells.unit.forEach((unit, cell) => (found[unit]! += cells.weight[cell]!));
      expect(found).toEqual(people);
      expect(expectedCells(plan, Uint32Array.from(people), given)).toEqual(cells);
    }),
  );
});

test('shares come out over all units, though no single unit is large enough for them', () => {
  const { values, weight } = expectedCells(plan, new Uint32Array(200).fill(3), [
    [5, 60, 35],
    [0, 10, 20, 70],
  ]);
  const count = (dimension: number, category: number) =>
    weight.reduce((sum, people, cell) => sum + (values[cell * 2 + dimension] === category ? people : 0), 0);
  expect([0, 1, 2].map((category) => count(0, category))).toEqual([30, 360, 210]);
  expect([1, 2, 3].map((category) => count(1, category))).toEqual([60, 120, 420]);
});

test('shares that fit no dimension are refused', () => {
  expect(() => expectedCells(plan, Uint32Array.of(5), [[1, 1, 1], [1]])).toThrow(RangeError);
  expect(() =>
    expectedCells(plan, Uint32Array.of(5), [
      [1, 1, 1],
      [0, 0, 0, 0],
    ]),
  ).toThrow(RangeError);
});
