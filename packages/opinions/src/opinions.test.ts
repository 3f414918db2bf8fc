import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { alike } from './alike.ts';
import { aboveHalf, aboveOther } from './chances.ts';
import { componentsOf, firstComponent } from './components.ts';
import { acrossGroups, consensusOf } from './consensus.ts';
import { opinionMap } from './groups.ts';
import { kMeans } from './kMeans.ts';
import { priority } from './next.ts';
import { placeOf } from './places.ts';
import { representativeOf, tallies } from './representative.ts';
import { shownMap } from './shown.ts';
import { meanSilhouette, silhouettes } from './silhouette.ts';
import { takingPart } from './taking.ts';
import { campsOf, chanceFrom } from './testing/camps.ts';
import { AGREE, DISAGREE, votesOf } from './votes.ts';

// Twenty maps for every map that is shown take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('figures of the published method', () => {
  test('shares are compared by their standard errors', () => {
    expect(aboveOther(15, 56, 24, 71)).toBeCloseTo(-1.51407, 5);
    expect(aboveHalf(30, 50)).toBeCloseTo(1.54031, 5);
  });

  test('power iteration starts from all ones', () => {
    const rows = [
      [1, 0, 0],
      [-1, 1, 0.1],
      [0, 1, 0.1],
      [0, 1, -0.1],
    ];
    const squared = (vector: Float64Array): Float64Array => {
      const next = new Float64Array(3);
      for (const row of rows) {
        const along = row.reduce((sum, value, at) => sum + value * vector[at]!, 0);
        row.forEach((value, at) => (next[at]! += along * value));
      }
      return next;
    };
    const [a, b, c] = firstComponent(squared, 3, 3);
    expect(a).toBeCloseTo(-0.34218, 5);
    expect(b).toBeCloseTo(0.93907, 5);
    expect(c).toBeCloseTo(0.032633, 5);
  });

  test('a silhouette says how well a point lies in its cluster', () => {
    const apart = [
      [0, 1, 3, 4],
      [1, 0, 3, 4],
      [3, 3, 0, 2],
      [4, 4, 2, 0],
    ];
    const clusters = [
      [0, 1],
      [2, 3],
    ];
    expect(silhouettes(clusters, (a, b) => apart[a]![b]!).get(0)).toBeCloseTo(0.71428, 4);
    expect(meanSilhouette(clusters, (a, b) => apart[a]![b]!)).toBeCloseTo(0.5654, 3);
  });

  test.each([
    [{ agree: 1, disagree: 0, seen: 1 }, 0, 12.529726],
    [{ agree: 20, disagree: -3, seen: 20 }, 0, 1.372383],
    [{ agree: 18, disagree: -1, seen: 20 }, 1, 4.493699],
    [{ agree: 0, disagree: 0, seen: 0 }, 0, 5.0625],
  ])('the next statement is drawn by what it would teach (%o)', (tally, extremity, weight) => {
    expect(priority(tally, extremity)).toBeCloseTo(weight, 4);
  });
});

test('of several votes of one person on one statement the latest counts, and what was taken out says nothing', () => {
  const votes = votesOf(
    1,
    2,
    [
      { person: 0, statement: 0, vote: AGREE },
      { person: 0, statement: 0, vote: DISAGREE },
      { person: 0, statement: 1, vote: AGREE },
    ],
    Uint8Array.of(0, 1),
  );
  expect([...votes.vote]).toEqual([DISAGREE, 0]);
  expect(() => votesOf(1, 1, [{ person: 1, statement: 0, vote: AGREE }])).toThrow(RangeError);
});

test('who has voted seven times takes part, the most active where there are few, and nobody loses her place', () => {
  const casts = Array.from({ length: 20 }, (_, person) =>
    Array.from({ length: person + 1 }, (__, statement) => ({ person, statement, vote: AGREE }) as const),
  ).flat();
  const votes = votesOf(20, 20, casts);
  expect(takingPart(votes)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  expect(takingPart(votes, [0])[0]).toBe(0);
});

test('components of sparse votes are those of the dense matrix with the mean in its gaps', () => {
  const { votes } = campsOf({ sizes: [12, 9], statements: 10, loyal: 85, seed: 3 });
  const people = takingPart(votes);
  const { mean, first, second } = componentsOf(votes, people);
  const dense = people.map((person) => {
    const row = new Float64Array(votes.statements);
    for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
      row[votes.statement[at]!] = votes.vote[at]! - mean[votes.statement[at]!]!;
    }
    return row;
  });
  const times = (vector: Float64Array) => {
    const next = new Float64Array(votes.statements);
    for (const row of dense) {
      const along = row.reduce((sum, value, at) => sum + value * vector[at]!, 0);
      row.forEach((value, at) => (next[at]! += along * value));
    }
    return next;
  };
  for (const one of [first, second]) {
    const image = times(one);
    const value = Math.hypot(...image);
    image.forEach((entry, at) => expect(entry / value).toBeCloseTo(one[at]!, 2));
  }
  expect(first.reduce((sum, value, at) => sum + value * second[at]!, 0)).toBeCloseTo(0, 6);
});

test('no cluster is empty, and every point lies in one', () => {
  const point = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (points, k) => {
      const clusters = kMeans(points, k);
      expect(clusters.every(({ members }) => members.length > 0)).toBe(true);
      expect(clusters.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([...points.keys()]);
    }),
  );
});

test('camps are found again, and who they are', () => {
  const { votes, camp } = campsOf({ sizes: [60, 40], statements: 24, loyal: 90, seed: 1 });
  const { groups } = opinionMap(votes);
  const found = new Map(groups.flatMap((own, group) => own.map((person) => [person, group] as const)));
  expect(alike(found, new Map(camp.entries()))).toBeGreaterThan(0.95);
});

test('what tells a camp from the other is what they differ on; what both say is consensus', () => {
  const { votes, camp } = campsOf({ sizes: [60, 40], statements: 24, loyal: 90, seed: 1 });
  const own = tallies(
    votes,
    [...camp.keys()].filter((person) => camp[person] === 0),
  );
  const others = tallies(
    votes,
    [...camp.keys()].filter((person) => camp[person] === 1),
  );
  const telling = representativeOf(own, others);
  expect(telling).toHaveLength(5);
  expect(telling[0]!.side).toBe('agree');
  expect(telling.every(({ statement }) => statement % 2 === 0)).toBe(true);
  const { agree } = consensusOf(tallies(votes, [...camp.keys()]));
  expect(agree.every(({ statement }) => statement % 2 === 1)).toBe(true);
  const across = acrossGroups([own, others]);
  expect(across[1]).toBeGreaterThan(across[0]!);
});

describe('groups are shown only where they are real', () => {
  const rules = { leastGroup: 10, chance: chanceFrom(5) };

  test('two large camps are shown', () => {
    const { votes } = campsOf({ sizes: [60, 40], statements: 24, loyal: 90, seed: 1 });
    expect(shownMap(votes, rules).kind).toBe('groups');
  });

  test('a camp of six in a school of sixty is not', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { votes } = campsOf({ sizes: [54, 6], statements: 24, loyal: 92, seed });
      const shown = shownMap(votes, { leastGroup: 10, chance: chanceFrom(seed) });
      if (shown.kind === 'groups') expect(Math.min(...shown.map.groups.map((own) => own.length))).toBeGreaterThan(9);
    }
  });

  test('nobody is parted where everybody votes at random', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { votes } = campsOf({ sizes: [80], statements: 24, loyal: 50, seed });
      expect(shownMap(votes, { leastGroup: 10, chance: chanceFrom(seed) }).kind).toBe('consensus');
    }
  });

  test('fewer than two groups of people are never parted', () => {
    const { votes } = campsOf({ sizes: [10, 9], statements: 24, loyal: 95, seed: 1 });
    expect(shownMap(votes, rules)).toEqual({ kind: 'consensus', why: 'too-few-people' });
  });
});

test('a person who votes as the mean does stands in the middle', () => {
  const { votes } = campsOf({ sizes: [20, 20], statements: 12, loyal: 90, seed: 2 });
  const { mean } = componentsOf(votes, takingPart(votes));
  const nobody = votesOf(1, 12, []);
  expect(placeOf(nobody, { mean, first: mean, second: mean }, 0)).toEqual([0, 0]);
});
