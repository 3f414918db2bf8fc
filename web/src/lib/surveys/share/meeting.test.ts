import { expect, test } from 'vitest';
import { clockOf, isRoundOfMinutes } from './meeting.ts';

test('time left is written as a clock, to the last second begun, and stops at nothing', () => {
  expect(clockOf(545_000)).toBe('9:05');
  expect(clockOf(544_001)).toBe('9:05');
  expect(clockOf(3_600_000)).toBe('1:00:00');
  expect(clockOf(0)).toBe('0:00');
  expect(clockOf(-5_000)).toBe('0:00');
});

test('a meeting chooses among four lengths and no other', () => {
  expect([5, 10, 15, 30].every(isRoundOfMinutes)).toBe(true);
  expect([0, 1, 60, Number.NaN, -5].some(isRoundOfMinutes)).toBe(false);
});
