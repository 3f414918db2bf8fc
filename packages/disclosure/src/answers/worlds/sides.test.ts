import { expect, test } from 'vitest';
import { sidesOf } from './sides.ts';

test('cells lie in one node of the left by the rows of its own, and of the right by the others', () => {
  const rows = [Int32Array.of(0, 0, 1, 1), Int32Array.of(2, 3, 2, 3), Int32Array.of(4, 4, 4, -1)];
  const { left, right } = sidesOf(rows, [0], 5);
  expect([...left.of]).toEqual([0, 0, 1, 1]);
  // The third row follows from the first node and tells the cells of the second apart.
  expect([...right.of]).toEqual([0, 2, 1, 2]);
  expect([...left.held.subarray(left.start[1], left.start[2])]).toEqual([2, 3]);
  for (const { held, of, place, start } of [left, right]) {
    held.forEach((cell, at) => expect(place[cell]).toBe(at));
    held.forEach((cell, at) => expect(at >= start[of[cell]!]! && at < start[of[cell]! + 1]!).toBe(true));
  }
});

test('a group made up of whole nodes of the left follows from them and tells cells of the right apart no longer', () => {
  const byGender = Int32Array.of(0, 1, 2, 3);
  const byUnit = Int32Array.of(4, 4, 5, 5);
  expect([...sidesOf([byUnit, byGender], [1], 6).right.of]).toEqual([0, 0, 0, 0]);
  // The second unit shows no breakdown: its people lie in what is left of the groups above, with those of a third.
  const pulledUp = sidesOf([Int32Array.of(4, 4, 5, 5, 6, 6), Int32Array.of(0, 1, 2, 3, 2, 3)], [1], 7);
  expect([...pulledUp.right.of]).toEqual([0, 0, 1, 1, 2, 2]);
});
