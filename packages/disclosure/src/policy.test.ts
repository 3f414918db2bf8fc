import { expect, test } from 'vitest';
import { POLICY, raiseOnly } from './policy.ts';

test('thresholds may be kept or raised', () => {
  expect(raiseOnly(POLICY.thresholds, POLICY.thresholds)).toEqual([]);
  expect(raiseOnly(POLICY.thresholds, { unitTotal: 7, sensitive: 12 })).toEqual([]);
});

test('no threshold is ever lowered', () => {
  expect(raiseOnly(POLICY.thresholds, { unitTotal: 4, sensitive: 10 })).toEqual([
    { code: 'threshold-lowered', threshold: 'unitTotal' },
  ]);
});

test('a sensitive question is never protected less than an ordinary one', () => {
  expect(raiseOnly(POLICY.thresholds, { unitTotal: 12, sensitive: 10 })).toEqual([
    { code: 'sensitive-below-ordinary', threshold: 'sensitive' },
  ]);
});

test('a threshold counts people', () => {
  expect(raiseOnly(POLICY.thresholds, { unitTotal: 5.5, sensitive: 10 })).toEqual([
    { code: 'threshold-not-whole', threshold: 'unitTotal' },
  ]);
});
