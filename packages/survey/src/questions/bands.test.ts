import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { bandOf, bandsOf } from './bands.ts';

const edges = (...args: Parameters<typeof bandsOf>) => bandsOf(...args).map((band) => band.from);

test.each([
  [{ min: 0, max: 200 }, [0, 25, 50, 75, 100, 125, 150, 175]],
  [{ min: 1, max: 100 }, [1, 20, 40, 60, 80]],
  [{ min: 0, max: 7 }, [0, 1, 2, 3, 4, 5, 6, 7]],
  [{ min: 0, max: 1, step: 0.25 }, [0, 0.25, 0.5, 0.75, 1]],
  [{ min: 0, max: 10, step: 0.1 }, [0, 2, 4, 6, 8]],
  [{ min: -50, max: 50, step: 3 }, [-50, -45, -30, -15, 0, 15, 30, 45]],
  [{ min: 0, max: 200, bands: [0, 80, 100] }, [0, 80, 100]],
])('%j is released by %j', (question, expected) => {
  expect(edges(question)).toEqual(expected);
});

const range = fc
  .tuple(
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.integer({ min: 1, max: 1e6 }),
    fc.constantFrom(0.01, 0.5, 1, 3, 7, 250),
  )
  .map(([min, span, step]) => ({ min, max: min + span, step }));

test('bands are at most eight, touch, and cover the range from end to end', () => {
  fc.assert(
    fc.property(range, (question) => {
      const bands = bandsOf(question);
      expect(bands.length).toBeLessThanOrEqual(LIMITS.bands);
      expect([bands[0]?.from, bands.at(-1)?.to]).toEqual([question.min, question.max]);
      bands.forEach((band, at) => {
        expect(band.from).toBeLessThanOrEqual(band.to);
        if (at > 0) expect(bands[at - 1]?.to).toBe(band.from);
      });
    }),
  );
});

test('a wide range is told apart by at least three bands', () => {
  fc.assert(
    fc.property(
      range.filter(({ min, max, step }) => (max - min) / step >= 8),
      (question) => {
        expect(bandsOf(question).length).toBeGreaterThanOrEqual(3);
      },
    ),
  );
});

test('every value lies in the band that says so', () => {
  fc.assert(
    fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), (question, share) => {
      const value = question.min + share * (question.max - question.min);
      const band = bandsOf(question)[bandOf(edges(question), value)];
      expect(band?.from).toBeLessThanOrEqual(value);
      expect(band?.to).toBeGreaterThanOrEqual(value);
    }),
  );
});
