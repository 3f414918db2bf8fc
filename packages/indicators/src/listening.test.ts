import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listeningOf } from './index.ts';

test('the index is those answered fully and half of those answered partly, among who gave an opinion', () => {
  // No answer, no, partly, fully, gave none: (14 + 7 / 2) / 24.
  const { index, valid } = listeningOf([3, 3, 7, 14, 6])!;
  expect(index).toBeCloseTo(72.9167, 4);
  expect(valid).toBe(24);
  expect(listeningOf([0, 5, 0, 0, 40])).toMatchObject({ index: 0, valid: 5 });
  expect(listeningOf([0, 0, 0, 5, 0])).toMatchObject({ index: 100 });
});

test('where nobody gave an opinion there is no index', () => {
  expect(listeningOf([12, 0, 0, 0, 30])).toBeNull();
});

test('the interval is that of the printed tables for 15 of 20, and none is told under ten', () => {
  const { low, high } = listeningOf([0, 5, 0, 15, 9])!.interval!;
  expect([low, high].map((end) => Math.round(end * 10) / 10)).toEqual([53.1, 88.8]);
  expect(listeningOf([0, 0, 0, 9, 90])!.interval).toBeNull();
});

test('where all were answered alike the interval still leaves room, and it never leaves 0–100', () => {
  const all = listeningOf([0, 0, 0, 15, 0])!.interval!;
  expect([Math.round(all.low), all.high]).toEqual([80, 100]);
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }), (counts) => {
      const found = listeningOf(counts);
      if (!found?.interval) return;
      const { index, interval } = found;
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(100);
      expect(interval.low).toBeLessThanOrEqual(index + 1e-9);
      expect(interval.high).toBeGreaterThanOrEqual(index - 1e-9);
    }),
  );
});

test('counts of another question are refused', () => {
  expect(() => listeningOf([1, 2, 3])).toThrow(RangeError);
});
