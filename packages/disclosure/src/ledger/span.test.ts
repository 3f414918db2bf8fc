import { expect, test } from 'vitest';
import { type Indicator, Span } from './span.ts';

/**
 * Secondary suppression as the reference method does it (Langsrud, "Secondary cell suppression by Gaussian elimination",
 * 2024): cells ask in a fixed order, and one is hidden where it would let a primary one be computed. Weights off: every
 * judge says yes.
 */
function hiddenIn(columns: readonly number[][], primary: readonly number[]): number[] {
  const inner = Math.max(...columns.flat()) + 1;
  const span = new Span(new Uint32Array(inner).fill(1), 1);
  const column = (at: number): Indicator => {
    const cells = Uint32Array.from(columns[at]!);
    return { cells, from: 0, to: cells.length, told: new Float64Array(0) };
  };
  for (const at of primary) span.watch(column(at));
  return [...columns.keys()].filter((at) => primary.includes(at) || span.add(column(at), () => true) === 'refused');
}

/** A table of two dimensions with its margins, as the reference lists it: the whole first, row by row, margins before cells. */
function table(rows: number, columns: number): number[][] {
  const cell = (row: number, column: number): number => row * columns + column;
  const all = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
  return [all(rows), ...all(rows).map((row) => [row])].flatMap((some) =>
    [all(columns), ...all(columns).map((column) => [column])].map((others) =>
      some.flatMap((row) => others.map((column) => cell(row, column))),
    ),
  );
}

test('four regions by gender, women of the first primary: the cells 5, 6, 14 and 15 are hidden', () => {
  expect(hiddenIn(table(4, 2), [4]).map((at) => at + 1)).toEqual([5, 6, 14, 15]);
});

test('three by three: a primary corner takes the last of its row, the last of its column, and their corner', () => {
  // Listed 0 to 15: 5 is the corner, 7 and 13 end its row and column, 15 is across.
  expect(hiddenIn(table(3, 3), [5])).toEqual([5, 7, 13, 15]);
});

test('two primaries in one row protect each other there, and need a partner in each column', () => {
  expect(hiddenIn(table(3, 2), [4, 5])).toEqual([4, 5, 10, 11]);
});

test('a total of two parts hides the second with the first, one of three the last', () => {
  expect(hiddenIn([[0, 1], [0], [1]], [1])).toEqual([1, 2]);
  expect(hiddenIn([[0, 1, 2], [0], [1], [2]], [1])).toEqual([1, 3]);
});

test('parts below a hidden unit that add up to it do not both stand', () => {
  // The whole, its units X and Y, the teams of X: X is primary, so Y goes, and the second team of X.
  const columns = [[0, 1, 2], [0, 1], [2], [0], [1]];
  expect(hiddenIn(columns, [1])).toEqual([1, 2, 4]);
});

test('where no cell is primary nothing is hidden', () => {
  expect(hiddenIn(table(4, 3), [])).toEqual([]);
});
