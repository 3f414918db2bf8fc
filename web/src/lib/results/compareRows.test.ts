import { expect, test } from 'vitest';
import { togetherIn } from './compareRows.ts';

test('groups of two crossed criteria stand together under the first, in their order; others under nothing', () => {
  const rows = ['A', 'A', 'B', 'A'].map((under, at) => ({ under, at }));
  expect(togetherIn(rows).map(({ under, rows: own }) => [under, own.map(({ at }) => at)])).toEqual([
    ['A', [0, 1]],
    ['B', [2]],
    ['A', [3]],
  ]);
  expect(togetherIn([{}, {}])).toEqual([{ under: undefined, rows: [{}, {}] }]);
});
