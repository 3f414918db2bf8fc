import { expect, test } from 'vitest';
import { isShared, type OpeningRecord } from './openingRecord.ts';

const recordOf = (...sizes: number[]): OpeningRecord => ({
  schema: 1,
  survey: 's',
  definition: '',
  door: 'roster',
  thresholds: { unit: 5, comments: 10, sensitive: 10 },
  flushes: 'daily',
  closesAt: '2026-03-12T00:00:00.000Z',
  strata: sizes.map((size, unit) => ({ unit, size, key: '', roster: '' })),
});

test.each<[string, number[], number, boolean]>([
  ['ten of many', [10, 300], 0, true],
  ['nine of many', [9, 300], 0, false],
  ['one of many', [40, 1], 1, false],
  ['everybody there is, however few', [6], 0, true],
  ['a stratum that is not there', [40], 1, false],
  ['no strata at all', [], 0, false],
])('a key is shared by enough: %s', (_, sizes, stratum, shared) => {
  expect(isShared(recordOf(...sizes), stratum)).toBe(shared);
});
