import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, writeTable, type TableLeaf } from './tableFile.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const leavesWith = (criteria: number): fc.Arbitrary<TableLeaf[]> =>
  fc.array(
    fc.oneof(
      bytes(32),
      fc.record({
        key: bytes(16),
        category: fc.nat({ max: 255 }),
        criteria: bytes(criteria),
        unit: fc.nat({ max: 0xffff }),
        below: bytes(32),
      }),
    ),
  );
const files = fc.nat({ max: 2 }).chain((criteria) => fc.tuple(fc.constant(criteria), leavesWith(criteria)));

test('what is written is read', () => {
  fc.assert(
    fc.property(files, ([criteria, leaves]) => {
      expect(readTable(writeTable(leaves), criteria)).toEqual(leaves);
    }),
  );
});

test('what is cut short, or begins with another mark, is no table', () => {
  fc.assert(
    fc.property(files, fc.integer({ min: 2, max: 255 }), ([criteria, leaves], mark) => {
      fc.pre(leaves.length > 0);
      const file = writeTable(leaves);
      expect(readTable(file.subarray(0, -1), criteria)).toBeNull();
      expect(readTable(file.with(0, mark), criteria)).toBeNull();
    }),
  );
});
