import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeable, type Exchangeable, hasWorld, isWorldFor, suspectsOf } from '../../testing/exchanges.ts';
import { lowestIn } from '../../testing/lowestIn.ts';
import { Able } from './able.ts';
import { Cycles } from './cycles.ts';
import { Settlement } from './settlement.ts';
import { sidesOf } from './sides.ts';

const numRuns = process.env.DANBAN_LONG === undefined ? 300 : 3_000;

function settlementIn(small: Exchangeable): Settlement {
  const { groups, truth } = lowestIn(small);
  return new Settlement(groups, truth, new Able(groups, truth));
}

const settled = (cell: number, small: Exchangeable) => settlementIn(small).of(cell, 0, 1);
const any = (cells: number) => fc.integer({ min: 1, max: 4 }).chain((rows) => exchangeable(cells, rows, -1));

test('whatever the rows, what is settled is a world of whole people', () => {
  let found = 0;
  fc.assert(
    fc.property(any(14), (small) => {
      const settlement = settlementIn(small);
      for (const cell of suspectsOf(small)) {
        const world = settlement.of(cell, 0, 1);
        if (world) found++;
        expect(world === null || isWorldFor(cell, world, small)).toBe(true);
      }
    }),
    { numRuns },
  );
  expect(found).toBeGreaterThan(numRuns / 5);
});

test('of the cells for which any exchange exists hardly one in a hundred is missed', () => {
  let [open, missed] = [0, 0];
  for (const small of fc.sample(any(6), { seed: 3, numRuns })) {
    const settlement = settlementIn(small);
    for (const cell of suspectsOf(small)) {
      if (!hasWorld(cell, small)) continue;
      open++;
      if (!settlement.of(cell, 0, 1)) missed++;
    }
  }
  expect(open).toBeGreaterThan(numRuns / 10);
  expect(missed).toBeLessThanOrEqual(open / 100);
});

/** Three criteria of two categories: the people of two corners of a cube turn, or those of other two. */
const corners = {
  rows: [
    [0, 1, 0, 1, 0, 1, 0, 1],
    [3, 3, 4, 4, 3, 3, 4, 4],
    [6, 6, 6, 6, 7, 7, 7, 7],
  ],
  one: [1, 0, 0, 0, 0, 0, 0, 1],
  other: [0, 0, 0, 1, 1, 0, 0, 0],
};

test('three criteria are settled where two corners of the cube have the same sums as two others', () => {
  expect(isWorldFor(0, settled(0, corners)!, corners)).toBe(true);
});

test('worlds that are no cycle in any split of the rows are found', () => {
  const small = {
    rows: [
      [0, 1, 2, 0, 1, 2],
      [3, 4, 5, 4, 5, 3],
      [6, 7, 8, 8, 6, 7],
    ],
    one: [1, 1, 1, 0, 0, 0],
    other: [0, 0, 0, 1, 1, 1],
  };
  for (let split = 0; split < 8; split++) {
    const own = [0, 1, 2].filter((row) => (split >> row) % 2 === 1);
    const rows = small.rows.map((row) => Int32Array.from(row));
    const counts = Uint32Array.of(1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1);
    expect(new Cycles(sidesOf(rows, own, 9), { counts, width: 2 }).through(0, 0, 1, 1_000)).toBeNull();
  }
  expect(isWorldFor(0, settled(0, small)!, small)).toBe(true);
});

test('no half person turns: by halves three pairs could settle against a fourth that stands alone with each', () => {
  const small = {
    rows: [
      [0, 0, -1, 0],
      [-1, 3, 3, 3],
      [6, -1, 6, 6],
    ],
    one: [1, 1, 1, 0],
    other: [0, 0, 0, 1],
  };
  expect(hasWorld(0, small)).toBe(false);
  expect(settled(0, small)).toBeNull();
});

test('one of two people may turn twice, no more than are there', () => {
  const small = {
    rows: [
      [0, 0, 0],
      [3, 4, 4],
      [6, 6, 7],
    ],
    one: [0, 1, 2],
    other: [2, 0, 0],
  };
  expect(hasWorld(1, small)).toBe(settled(1, small) !== null);
});

test('where nothing is shown of a cell anything may have been answered', () => {
  expect(settled(0, { rows: [[-1]], one: [1], other: [0] })).toEqual({ cells: [0], people: [1] });
});
