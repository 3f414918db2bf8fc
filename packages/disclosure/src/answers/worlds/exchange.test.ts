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

const blocks: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 14 }).chain((columns) => {
  const each = (numbers: fc.Arbitrary<number>) => fc.array(numbers, { minLength: columns, maxLength: columns });
  const row = fc.uniqueArray(fc.nat({ max: columns - 1 }), { minLength: 1, maxLength: columns });
  return fc.record({
    rows: fc.array(row, { maxLength: 8 }),
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

test('as much is moved as a linear program finds, within the bounds, and every row adds up to nothing', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const exchange = new Exchange(block.rows, block.low, block.high);
      exchange.raise(Float64Array.from(block.gain), 1_000);
      const { moved } = exchange;
      for (const row of block.rows) expect(row.reduce((sum, column) => sum + moved[column]!, 0)).toBeCloseTo(0, 6);
      moved.forEach((value, column) => {
        expect(value).toBeGreaterThanOrEqual(block.low[column]! - 1e-6);
        expect(value).toBeLessThanOrEqual(block.high[column]! + 1e-6);
      });
      const gained = block.gain.reduce((sum, value, column) => sum + value * moved[column]!, 0);
      expect(gained).toBeCloseTo(most(block), 6);
    }),
    { numRuns: 1_000 },
  );
});
