import { describe, expect, test } from 'vitest';
import { checkOf, markOf } from './group.ts';

const values = Array.from({ length: 32 }, (_, value) => value);
const places = [0, 1, 2, 3, 4];
const put = (group: readonly number[], at: number, value: number) => group.with(at, value);

/** The mark is a sum over a field, so what a slip changes does not hang on the signs beside it; these stand for all. */
const groups = [
  [0, 0, 0, 0],
  [31, 1, 17, 8],
  [5, 30, 5, 22],
].map((data) => [...data, checkOf(data, 9)]);

describe.each(groups.map((group) => [group]))('%j', (group) => {
  test('tells its mark', () => {
    expect(markOf(group)).toBe(9);
  });

  test('with any other sign in any place it tells another mark', () => {
    for (const at of places) {
      const marks = values.map((value) => markOf(put(group, at, value)));
      expect(new Set(marks).size).toBe(32);
    }
  });

  test('with any two different signs in any two places, exchanging them tells another mark', () => {
    for (const i of places) {
      for (const j of places.slice(i + 1)) {
        for (const a of values) {
          for (const b of values.slice(a + 1)) {
            expect(markOf(put(put(group, i, a), j, b))).not.toBe(markOf(put(put(group, i, b), j, a)));
          }
        }
      }
    }
  });
});

test('the same four signs have another check sign under every mark', () => {
  expect(new Set(values.map((mark) => checkOf([1, 2, 3, 4], mark))).size).toBe(32);
});
