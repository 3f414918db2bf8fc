import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFixedOrder } from './order.ts';
import { tinyTree } from './testing/samples.ts';
import { subtreeTotals } from './tree.ts';

const scale = fc.constantFrom(1, 300, 5_000, 40_000_000);

test('most people first, then level, then index, however large the numbers', () => {
  fc.assert(
    fc.property(tinyTree, scale, ({ parent, people }, by) => {
      const tree = { parent: Int32Array.from(parent) };
      const totals = subtreeTotals(
        tree,
        Uint32Array.from(people, (n) => n * by),
        1,
      );
      const level = (node: number): number => (parent[node]! < 0 ? 0 : 1 + level(parent[node]!));
      const expected = parent
        .map((_, node) => node)
        .filter((node) => totals[node]! > 0)
        .sort((a, b) => totals[b]! - totals[a]! || level(a) - level(b) || a - b);
      expect([...inFixedOrder(tree, totals, new Uint8Array(parent.length).fill(1))]).toEqual(expected);
    }),
  );
});

test('an ancestor always comes before its descendants', () => {
  const order = inFixedOrder({ parent: Int32Array.of(-1, 0, 1) }, Uint32Array.of(7, 7, 7), Uint8Array.of(1, 1, 1));
  expect([...order]).toEqual([0, 1, 2]);
});
