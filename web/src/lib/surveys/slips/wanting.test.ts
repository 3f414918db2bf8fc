import { expect, test } from 'vitest';
import { wantingIn } from './wanting.ts';

const units = (...counts: [people: number | null, printed: number][]) =>
  counts.map(([people, printed], position) => ({ position, name: '', own: false, people, printed }));

test('what is wanting is the people of a unit less the slips it has; nothing is said where nobody has counted', () => {
  expect([...wantingIn(units([84, 0], [20, 12], [6, 6], [5, 9], [null, 0]))]).toEqual([
    [0, 84],
    [1, 8],
  ]);
});

test('no more units are filled in than one printing holds', () => {
  expect([...wantingIn(units([700, 0], [400, 0], [300, 0], [1, 0]))]).toEqual([
    [0, 700],
    [2, 300],
  ]);
});
