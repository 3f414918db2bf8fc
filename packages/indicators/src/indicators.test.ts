import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetIndices, indexOf, indexOfAll, intervalOf, merged, movementOf, scoreOf } from './index.ts';
import { studentT } from './interval.ts';

const FIVE = [1, 2, 3, 4, 5, null];

test('a score leaves out silence and options without points', () => {
  expect(scoreOf([7, 0, 0, 2, 2, 0, 30], FIVE)).toEqual({ mean: 3.5, deviation: Math.sqrt(1 / 3), valid: 4 });
  expect(scoreOf([7, 0, 0, 0, 0, 0, 30], FIVE)).toBeNull();
});

test('scores that do not fit the options are refused', () => {
  expect(() => scoreOf([1, 2, 3], FIVE)).toThrow(RangeError);
});

test('an index runs from 0 at the lowest score to 100 at the highest, whatever the scale', () => {
  expect(indexOf({ mean: 1, deviation: 0, valid: 9 }, FIVE)).toBe(0);
  expect(indexOf({ mean: 3, deviation: 0, valid: 9 }, [1, 2, 3, null])).toBe(100);
  expect(indexOf({ mean: 2, deviation: 0, valid: 9 }, [2, null])).toBeNull();
});

test('an index of several items is not told when one of them is hidden', () => {
  expect(indexOfAll([50, 70])).toBe(60);
  expect(indexOfAll([50, null])).toBeNull();
  expect(indexOfAll([])).toBeNull();
});

test('a facet counts every item that speaks of it and hides where one is hidden', () => {
  const items = [
    { facets: ['know', 'discuss'] as const, index: 80 },
    { facets: ['know'] as const, index: 60 },
    { facets: ['inspect'] as const, index: null },
  ];
  expect(facetIndices(['know', 'discuss', 'inspect', 'benefit'], items)).toEqual([
    { facet: 'know', items: 2, index: 70 },
    { facet: 'discuss', items: 1, index: 80 },
    { facet: 'inspect', items: 1, index: null },
    { facet: 'benefit', items: 0, index: null },
  ]);
});

// Values of the usual printed tables of Student's t.
test.each([
  [9, 2.2622],
  [20, 2.086],
  [60, 2.0003],
  [1000, 1.9623],
])('t of %i degrees is that of the tables', (degrees, quantile) => {
  expect(studentT(degrees)).toBeCloseTo(quantile, 3);
});

test('few answers have no interval, and a movement of few is unclear', () => {
  const few = scoreOf([0, 1, 1, 1, 3, 3], [1, 2, 3, 4, 5])!;
  const many = scoreOf([0, 100, 0, 0, 0, 1], [1, 2, 3, 4, 5])!;
  expect(few.valid).toBe(9);
  expect(intervalOf(few)).toBeNull();
  expect(movementOf({ score: few }, { score: many })).toEqual({ verdict: 'unclear', change: many.mean - few.mean });
});

test('when everybody asked has answered, any change is a change', () => {
  const [before, after] = [scoreOf([0, 4, 6, 10], [1, 2, 3])!, scoreOf([0, 4, 5, 11], [1, 2, 3])!];
  expect(intervalOf(before, 20)).toEqual({ low: before.mean, high: before.mean });
  expect(movementOf({ score: before, population: 20 }, { score: after, population: 20 }).verdict).toBe('up');
  expect(movementOf({ score: before }, { score: after }).verdict).toBe('unclear');
});

test('the interval covers the mean of everybody asked about 95 times in 100', () => {
  const everyone = Array.from({ length: 120 }, (_, person) => 1 + (person % 5));
  const mean = everyone.reduce((sum, points) => sum + points, 0) / everyone.length;
  const draws = fc.sample(fc.shuffledSubarray(everyone, { minLength: 24, maxLength: 24 }), { seed: 5, numRuns: 2000 });
  const covered = draws.filter((points) => {
    const counts = [0, 1, 2, 3, 4, 5].map((score) => points.filter((point) => point === score).length);
    const { low, high } = intervalOf(scoreOf(counts, [1, 2, 3, 4, 5])!, everyone.length)!;
    return low <= mean && mean <= high;
  });
  expect(covered.length / draws.length).toBeGreaterThan(0.935);
  expect(covered.length / draws.length).toBeLessThan(0.965);
});

test('a movement seen the other way round is the opposite movement', () => {
  const counts = fc.array(fc.nat(30), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(counts, counts, (was, is) => {
      const [before, after] = [scoreOf(was, [1, 2, 3, 4, 5]), scoreOf(is, [1, 2, 3, 4, 5])];
      fc.pre(before !== null && after !== null);
      const [there, back] = [
        movementOf({ score: before }, { score: after }),
        movementOf({ score: after }, { score: before }),
      ];
      expect(back.change).toBeCloseTo(-there.change, 9);
      const opposite = { up: 'down', down: 'up', unclear: 'unclear' } as const;
      expect(back.verdict).toBe(opposite[there.verdict]);
    }),
  );
});

test('units that became one count together', () => {
  expect(
    merged([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toEqual([5, 7, 9]);
  expect(() =>
    merged([
      [1, 2],
      [1, 2, 3],
    ]),
  ).toThrow(RangeError);
});
