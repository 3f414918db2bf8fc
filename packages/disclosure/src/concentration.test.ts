import { expect, test } from 'vitest';
import { allowedDissent, bandFloor, isConcentrated } from './concentration.ts';

test.each([
  [5, 1],
  [39, 1],
  [40, 2],
  [99, 2],
  [100, 2],
  [150, 3],
  [300, 6],
  [301, 3],
  [1000, 10],
])('of %i people, %i may answer differently', (n, dissent) => {
  expect(allowedDissent(n, false)).toBe(dissent);
});

test('sensitive questions allow two in small groups', () => {
  expect(allowedDissent(12, true)).toBe(2);
  expect(isConcentrated(12, 10, true)).toBe(true);
  expect(isConcentrated(12, 10, false)).toBe(false);
});

test.each([true, false])('groups that are not concentrated stay so together (sensitive: %s)', (sensitive) => {
  const d = (n: number) => allowedDissent(n, sensitive);
  for (let a = 1; a <= 1200; a++)
    for (let b = a; b <= 1200; b++) if (d(a + b) > d(a) + d(b) + 1) expect([a, b]).toBe('safe');
  expect(d(2400)).toBe(24);
});

test('a band never says more than holds for every concentrated group of its size', () => {
  for (let n = 5; n <= 2000; n++) {
    expect(bandFloor(n, false) * n).toBeLessThanOrEqual(100 * (n - allowedDissent(n, false)));
    expect(bandFloor(n, false)).toBeLessThanOrEqual(95);
  }
});
