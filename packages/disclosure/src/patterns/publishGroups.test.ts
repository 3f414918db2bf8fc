import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { groupsOf } from '../groups/groupsOf.ts';
import { cellsOfGroup, everyGroup, innerOf, organisations, worldOf } from '../testing/organisations.ts';
import { tinyTree } from '../testing/samples.ts';
import { isComputable, isolatedCells } from '../testing/supports.ts';
import { publishTotals } from '../totals.ts';
import { publishGroups } from './publishGroups.ts';

// Trying every support takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const LONG = process.env.DANBAN_LONG !== undefined;
const tiny = organisations({ units: 5, cells: 16, people: 12 });
const thresholds = { unit: 5, breakdown: 10, sensitive: 10 };

test('no combination of shown groups rests on fewer people than the threshold, in either class', () => {
  fc.assert(
    fc.property(tiny, fc.constantFrom(5, 7, 10), fc.nat(), (organisation, breakdown, seed) => {
      const set = everyGroup(organisation);
      const patterns = publishGroups(set, organisation.inner, {
        thresholds: { ...thresholds, breakdown },
        ledger: [],
        seed,
      });
      expect(isolatedCells(worldOf(set, patterns.ordinary), 5)).toBeNull();
      expect(isolatedCells(worldOf(set, patterns.sensitive), 10)).toBeNull();
    }),
    { numRuns: LONG ? 300 : 30 },
  );
});

test('no group under its own threshold can be computed', () => {
  fc.assert(
    fc.property(tiny, (organisation) => {
      const set = everyGroup(organisation);
      const { ordinary } = publishGroups(set, organisation.inner, { thresholds, ledger: [], seed: 1 });
      const world = worldOf(set, ordinary);
      set.groups.forEach(({ by }, group) => {
        if (set.n[group] === 0 || set.n[group]! >= (by.length === 0 ? 5 : 10)) return;
        expect(isComputable(world, cellsOfGroup(set, group))).toBe(false);
      });
    }),
  );
});

test('without breakdowns the engine says what the remainders of the tree say', () => {
  fc.assert(
    fc.property(tinyTree, fc.integer({ min: 5, max: 12 }), ({ parent, people }, unit) => {
      const tree = { parent: Int32Array.from(parent) };
      const inner = innerOf(people.flatMap((weight, at) => (weight > 0 ? [{ unit: at, values: [], weight }] : [])));
      const set = groupsOf(tree, { dimensions: [], crossed: [] }, inner);
      const patterns = publishGroups(set, inner, {
        thresholds: { unit, breakdown: 10, sensitive: 12 },
        ledger: [],
        seed: 1,
      });
      expect(patterns.ordinary).toEqual(publishTotals(tree, set.n, unit));
    }),
  );
});
