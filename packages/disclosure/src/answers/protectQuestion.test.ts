import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { groupsOf } from '../groups/groupsOf.ts';
import { publishGroups } from '../patterns/publishGroups.ts';
import { innerOf } from '../testing/organisations.ts';
import { tinyTable, tallTable } from '../testing/samples.ts';
import { subtreeTotals } from '../tree.ts';
import { protectTable } from '../table.ts';
import { publishTotals } from '../totals.ts';
import { protectQuestion } from './protectQuestion.ts';

vi.setConfig({ testTimeout: 60_000 });

test.each([
  ['small teams', tinyTable],
  ['larger teams', tallTable],
] as const)('without breakdowns a table over groups is the table of the tree (%s)', (_, tables) => {
  fc.assert(
    fc.property(tables, ({ parent, truth, sensitive }) => {
      const tree = { parent: Int32Array.from(parent) };
      const people = truth.map((row) => row.reduce((sum, count) => sum + count, 0));
      const inner = innerOf(people.flatMap((weight, unit) => (weight > 0 ? [{ unit, values: [], weight }] : [])));
      const set = groupsOf(tree, { dimensions: [], crossed: [] }, inner);
      const thresholds = { unit: 5, breakdown: 10, sensitive: 10 };
      const patterns = publishGroups(set, inner, { thresholds, ledger: [], seed: 1 });
      const direct = Uint32Array.from(truth.flat());
      const options = truth[0]!.length - 1;
      const k = sensitive ? 10 : 5;
      const published = publishTotals(tree, set.n, k, sensitive ? publishTotals(tree, set.n, 5) : undefined);
      expect(
        protectQuestion(set, patterns, { counts: subtreeTotals(tree, direct, options + 1), options, k, sensitive })
          .cells,
      ).toEqual(protectTable({ tree, published, counts: direct, options, k, sensitive }));
    }),
    { numRuns: 500 },
  );
});
