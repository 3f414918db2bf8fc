import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeable, type Exchangeable, hasWorld, suspectsOf } from '../../testing/exchanges.ts';
import { lowestIn } from '../../testing/lowestIn.ts';
import { Able } from './able.ts';
import { Barred } from './barred.ts';

const numRuns = process.env.DANBAN_LONG === undefined ? 500 : 5_000;

function barredIn(small: Exchangeable): Barred {
  const { groups, truth } = lowestIn(small);
  return new Barred(groups, new Able(groups, truth));
}

test('whatever the rows, no exchange at all moves a cell that is barred', () => {
  const any = fc.integer({ min: 1, max: 4 }).chain((rows) => exchangeable(6, rows, -1));
  let found = 0;
  fc.assert(
    fc.property(any, (small) => {
      const barred = barredIn(small);
      for (const cell of suspectsOf(small)) {
        if (!barred.is(cell, 0, 1)) continue;
        found++;
        expect(hasWorld(cell, small)).toBe(false);
      }
    }),
    { numRuns },
  );
  expect(found).toBeGreaterThan(numRuns / 5);
});

test('between two rows every cell is barred that no exchange moves', () => {
  fc.assert(
    fc.property(exchangeable(6, 2, 0), (small) => {
      const barred = barredIn(small);
      for (const cell of suspectsOf(small)) expect(barred.is(cell, 0, 1)).toBe(!hasWorld(cell, small));
    }),
    { numRuns },
  );
});
