import { expect, test } from 'vitest';
import { mean } from './mean.ts';

test('the mean leaves out silence and options without a score', () => {
  const cell = { kind: 'exact', counts: [4, 1, 2, 3, 5], n: 15 } as const;
  expect(mean(cell, [1, 2, 3, null])).toEqual({ mean: 14 / 6, valid: 6 });
});

test('there is no mean under five scored answers', () => {
  expect(mean({ kind: 'exact', counts: [9, 2, 2], n: 13 }, [1, 2])).toBeNull();
});

test('there is no mean where the counts are not shown', () => {
  expect(mean({ kind: 'band', option: 1, atLeast: 90 }, [1, 2])).toBeNull();
  expect(mean({ kind: 'protected' }, [1, 2])).toBeNull();
});

test('scores that do not fit the options are a broken invariant', () => {
  expect(() => mean({ kind: 'exact', counts: [1, 5, 5], n: 11 }, [1])).toThrow(RangeError);
});
