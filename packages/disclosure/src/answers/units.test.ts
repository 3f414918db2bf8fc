import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ALL_CHECKS } from '../checks.ts';
import type { ProtectedCell } from '../cells.ts';
import { isWithin, smallestIsolated } from '../testing/spans.ts';
import { protectTree } from '../testing/treeTable.ts';
import { tableOf, tallTable, tinyTable, type Sample } from '../testing/samples.ts';
import { certainNodes } from '../testing/worlds.ts';

// Thinking through every world takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const exactOnly = (cells: ProtectedCell[]) => cells.map((cell) => (cell.kind === 'exact' ? 1 : 0));
const peopleOf = ({ truth }: Sample) => truth.map((row) => row.reduce((sum, count) => sum + count, 0));

function show(parent: number[], truth: number[][], k = 5, sensitive = false): ProtectedCell[] {
  return tableOf({ parent, truth, k, sensitive }, ALL_CHECKS);
}

describe.each([
  ['small teams', tinyTable, 400],
  ['larger teams', tallTable, 150],
] as const)('%s', (_, tables, numRuns) => {
  test('nobody is certain of anybody, whatever world they think through', () => {
    fc.assert(
      fc.property(tables, (sample) => {
        expect(certainNodes({ ...sample, shown: tableOf(sample, ALL_CHECKS) })).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('exact figures never isolate fewer people than the threshold', () => {
    fc.assert(
      fc.property(tables, (sample) => {
        const exact = exactOnly(tableOf(sample, ALL_CHECKS));
        expect(smallestIsolated(sample.parent, peopleOf(sample), exact, sample.k)).toBeNull();
      }),
    );
  });

  test('nothing at all is said of fewer people than the threshold', () => {
    fc.assert(
      fc.property(tables, (sample) => {
        tableOf(sample, ALL_CHECKS).forEach((cell, unit) => {
          const n = sample.truth.reduce(
            (sum, _, node) => sum + (isWithin(sample.parent, node, unit) ? peopleOf(sample)[node]! : 0),
            0,
          );
          if (n < sample.k) expect(cell).toEqual({ kind: 'protected' });
        });
      }),
    );
  });

  test('the same table gives the same bytes', () => {
    fc.assert(
      fc.property(tables, (sample) => {
        expect(JSON.stringify(tableOf(sample, ALL_CHECKS))).toBe(JSON.stringify(tableOf(sample, ALL_CHECKS)));
      }),
    );
  });

  test('children and what is left add up to their parent', () => {
    fc.assert(fc.property(tables, (sample) => expectAdditive(sample, tableOf(sample, ALL_CHECKS))));
  });
});

function expectAdditive({ parent, truth }: Sample, cells: ProtectedCell[]): void {
  cells.forEach((cell, unit) => {
    if (cell.kind !== 'exact') return;
    expect(cell.counts.reduce((sum, count) => sum + count, 0)).toBe(cell.n);
    const left = [...cell.counts];
    truth.forEach((row, node) => {
      if (isWithin(parent, node, unit)) row.forEach((count, i) => (left[i]! -= count));
    });
    expect(left.every((count) => count === 0)).toBe(true);
  });
}

test('a mixed unit shows its counts, "no answer" included', () => {
  expect(show([-1], [[1, 4, 3]])).toEqual([{ kind: 'exact', counts: [1, 4, 3], n: 8 }]);
});

test('a unanimous unit and one with a single dissenter show the same band', () => {
  expect(show([-1], [[0, 10]])).toEqual([{ kind: 'band', option: 1, atLeast: 90 }]);
  expect(show([-1], [[1, 9]])).toEqual([{ kind: 'band', option: 1, atLeast: 90 }]);
});

test('a unit that kept silent gets a band on "no answer"', () => {
  expect(show([-1], [[6, 0, 0]])).toEqual([{ kind: 'band', option: 0, atLeast: 80 }]);
});

test('a unit below the threshold is protected, and so is one without answers', () => {
  expect(
    show(
      [-1, -1],
      [
        [2, 2],
        [0, 0],
      ],
    ),
  ).toEqual([{ kind: 'protected' }, { kind: 'protected' }]);
});

test('a sensitive question allows one more dissenter before it counts are shown', () => {
  expect(show([-1], [[2, 10]], 10, false)[0]!.kind).toBe('exact');
  expect(show([-1], [[2, 10]], 10, true)[0]!.kind).toBe('band');
});

test('a mixed team is protected when the rest of its department is of one mind', () => {
  expect(
    show(
      [-1, 0, 0],
      [
        [0, 0],
        [3, 5],
        [0, 6],
      ],
    ).map((cell) => cell.kind),
  ).toEqual(['exact', 'protected', 'band']);
});

test('below an exact unit bands name one category only: two would settle each other', () => {
  expect(
    show(
      [-1, 0, 0],
      [
        [0, 0],
        [1, 5],
        [8, 0],
      ],
    ).map((cell) => cell.kind),
  ).toEqual(['exact', 'protected', 'band']);
});

test('a band is refused when the bands would settle where every dissenter is', () => {
  expect(
    show(
      [-1, 0, 0],
      [
        [0, 0],
        [1, 9],
        [1, 9],
      ],
    ).map((cell) => cell.kind),
  ).toEqual(['exact', 'band', 'protected']);
});

test('a band is refused when exact units below already show every dissenter', () => {
  expect(
    show(
      [-1, 0, 0],
      [
        [0, 0],
        [2, 3],
        [0, 38],
      ],
    ).map((cell) => cell.kind),
  ).toEqual(['protected', 'exact', 'band']);
});

test('an option of a multi-select gets no band', () => {
  const table = {
    tree: { parent: Int32Array.of(-1) },
    published: Uint8Array.of(1),
    options: 1,
    k: 5,
    sensitive: false,
  };
  expect(protectTree({ ...table, counts: Uint32Array.of(9, 1), bands: false })).toEqual([{ kind: 'protected' }]);
  expect(protectTree({ ...table, counts: Uint32Array.of(7, 3), bands: false })[0]!.kind).toBe('exact');
});

test('a routed question asked of too few is protected even where the unit total is shown', () => {
  const counts = Uint32Array.of(1, 3);
  const table = { tree: { parent: Int32Array.of(-1) }, published: Uint8Array.of(1), counts, options: 1, k: 5 };
  expect(protectTree({ ...table, sensitive: false })).toEqual([{ kind: 'protected' }]);
});

test('a threshold of one is a broken invariant', () => {
  const table = { tree: { parent: Int32Array.of(-1) }, published: Uint8Array.of(1), options: 1, sensitive: false };
  expect(() => protectTree({ ...table, counts: Uint32Array.of(5, 5), k: 1 })).toThrow(RangeError);
});
