import fc from 'fast-check';
import load from 'highs';
import { expect, test } from 'vitest';
import { Exchange } from './exchange.ts';

// Its types are of the CommonJS build, where the function is a property of the module.
const highs = await (load as unknown as typeof load.default)();

interface Block {
  readonly rows: number[][];
  readonly low: number[];
  readonly high: number[];
  readonly gain: number[];
}

/** How the columns of a block stand in rows: anyhow, or each in one row of either of two kinds at most. */
type Rows = (columns: number) => fc.Arbitrary<number[][]>;

const anyRows: Rows = (columns) =>
  fc.array(fc.uniqueArray(fc.nat({ max: columns - 1 }), { minLength: 1, maxLength: columns }), { maxLength: 8 });

const twoKinds: Rows = (columns) => {
  const kind = fc.array(fc.nat({ max: 4 }), { minLength: columns, maxLength: columns }).map((rowOf) => {
    const rows = [1, 2, 3, 4].map((row) => [...rowOf.keys()].filter((column) => rowOf[column] === row));
    return rows.filter((row) => row.length > 0);
  });
  return fc.tuple(kind, kind).map((kinds) => kinds.flat());
};

const blocksOf = (rows: Rows): fc.Arbitrary<Block> =>
  fc.integer({ min: 1, max: 14 }).chain((columns) => {
    const each = (numbers: fc.Arbitrary<number>) => fc.array(numbers, { minLength: columns, maxLength: columns });
    return fc.record({
      rows: rows(columns),
      low: each(fc.integer({ min: -4, max: 0 })),
      high: each(fc.nat({ max: 4 })),
      gain: each(fc.constantFrom(-1, 0, 0, 1)),
    });
  });

function most({ rows, low, high, gain }: Block): number {
  const model = {
    numCols: low.length,
    numRows: rows.length,
    colCost: Float64Array.from(gain, (one) => -one),
    colLower: Float64Array.from(low),
    colUpper: Float64Array.from(high),
    rowLower: rows.map(() => 0),
    rowUpper: rows.map(() => 0),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: low.length,
      starts: rows.reduce((starts, row) => [...starts, starts.at(-1)! + row.length], [0]),
      indices: rows.flat(),
      values: rows.flatMap((row) => row.map(() => 1)),
    },
  };
  return highs.withModel(model, (one) => {
    one.options.set({ output_flag: false });
    one.run();
    const { colValue } = one.getSolution();
    return gain.reduce((sum, value, column) => sum + value * colValue[column]!, 0);
  });
}

function raised({ rows, low, high, gain }: Block): { moved: readonly number[]; gained: number } {
  const exchange = new Exchange(rows, low, high);
  exchange.raise(Float64Array.from(gain), 1_000);
  const moved = [...exchange.moved];
  return { moved, gained: gain.reduce((sum, value, column) => sum + value * moved[column]!, 0) };
}

test('whole numbers are moved, within the bounds, and every row adds up to nothing', () => {
  fc.assert(
    fc.property(blocksOf(anyRows), (block) => {
      const { moved, gained } = raised(block);
      for (const row of block.rows) expect(row.reduce((sum, column) => sum + moved[column]!, 0)).toBe(0);
      moved.forEach((value, column) => {
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(block.low[column]!);
        expect(value).toBeLessThanOrEqual(block.high[column]!);
      });
      expect(gained).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});

test('where corners are whole, as much is moved as a linear program finds', () => {
  fc.assert(
    fc.property(blocksOf(twoKinds), (block) => {
      expect(raised(block).gained).toBeCloseTo(most(block), 6);
    }),
    { numRuns: 1_000 },
  );
});

test('no half person is moved: each of three pairs of columns adds up to nothing, and each pair holds a third', () => {
  // By halves all three could move against a fourth that stands alone with each.
  const rows = [
    [0, 1, 3],
    [1, 2, 3],
    [0, 2, 3],
  ];
  const block = { rows, low: [0, 0, 0, -1], high: [1, 1, 1, 0], gain: [1, 1, 1, 0] };
  expect(most(block)).toBeCloseTo(1.5);
  expect(raised(block).gained).toBe(0);
});
