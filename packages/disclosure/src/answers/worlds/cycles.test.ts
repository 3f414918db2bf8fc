import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeable, type Exchangeable, hasWorld, isWorldFor, suspectsOf } from '../../testing/exchanges.ts';
import { Cycles } from './cycles.ts';
import { sidesOf } from './sides.ts';

const numRuns = process.env.DANBAN_LONG === undefined ? 500 : 5_000;

function cyclesIn(small: Exchangeable, own: readonly number[]): Cycles {
  const rows = small.rows.map((row) => Int32Array.from(row));
  const counts = Uint32Array.from(small.one.flatMap((people, cell) => [people, small.other[cell]!]));
  return new Cycles(sidesOf(rows, own, 3 * rows.length), { counts, width: 2 });
}

const through = (cell: number, small: Exchangeable, own: readonly number[]) =>
  cyclesIn(small, own).through(cell, 0, 1, 1_000);

test('whatever the rows and however they are split, a cycle is a world of whole people', () => {
  const any = fc.integer({ min: 2, max: 4 }).chain((rows) => exchangeable(10, rows, -1));
  let found = 0;
  fc.assert(
    fc.property(any, fc.nat({ max: 15 }), (small, split) => {
      const own = [...small.rows.keys()].filter((row) => (split >> row) % 2 === 1);
      const cycles = cyclesIn(small, own);
      for (const cell of suspectsOf(small)) {
        const cycle = cycles.through(cell, 0, 1, 1_000);
        if (cycle) found++;
        expect(cycle === null || isWorldFor(cell, cycle, small)).toBe(true);
      }
    }),
    { numRuns },
  );
  expect(found).toBeGreaterThan(numRuns / 10);
});

test('between two rows a cell without a cycle is certain: no exchange of whole people at all moves it', () => {
  let certain = 0;
  fc.assert(
    fc.property(exchangeable(6, 2, 0), (small) => {
      for (const cell of suspectsOf(small)) {
        const isOpen = through(cell, small, [0]) !== null;
        if (!isOpen) certain++;
        expect(isOpen).toBe(hasWorld(cell, small));
      }
    }),
    { numRuns },
  );
  expect(certain).toBeGreaterThan(numRuns / 5);
});

test('so it is with a third row that follows from one of the two', () => {
  fc.assert(
    fc.property(exchangeable(6, 2, 0), fc.array(fc.nat({ max: 1 }), { minLength: 3, maxLength: 3 }), (two, of) => {
      const small = { ...two, rows: [...two.rows, two.rows[0]!.map((group) => 6 + of[group]!)] };
      for (const cell of suspectsOf(small)) {
        expect(through(cell, small, [0]) !== null).toBe(hasWorld(cell, small));
      }
    }),
    { numRuns },
  );
});

test('a cycle leads through groups pulled up from units that show no breakdown', () => {
  // Two units of two kinds; the second shows its total alone, and a third one too: their kinds lie in what is left above.
  const small = {
    rows: [
      [0, 0, 1, 1, 2, 2],
      [3, 4, 5, 6, 5, 6],
    ],
    one: [1, 0, 1, 0, 0, 1],
    other: [0, 1, 0, 1, 1, 0],
  };
  expect(through(0, small, [0])).toBeNull();
  const cycle = through(2, small, [0])!;
  expect(isWorldFor(2, cycle, small)).toBe(true);
  expect([...cycle.cells].sort()).toEqual([2, 3, 4, 5]);
});

test('few cells looked at find near cycles alone', () => {
  const around = Array.from({ length: 20 }, (_, at) => at);
  const small = {
    rows: [around.map((at) => at >> 1), around.map((at) => 20 + (((at + 1) % 20) >> 1))],
    one: around.map((at) => at % 2),
    other: around.map((at) => (at + 1) % 2),
  };
  const rows = small.rows.map((row) => Int32Array.from(row));
  const counts = Uint32Array.from(small.one.flatMap((people, cell) => [people, small.other[cell]!]));
  const cycles = new Cycles(sidesOf(rows, [0], 40), { counts, width: 2 });
  expect(cycles.through(1, 0, 1, 8)).toBeNull();
  expect(cycles.through(1, 0, 1, 100)!.cells).toHaveLength(20);
});
