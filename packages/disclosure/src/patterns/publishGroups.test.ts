import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { groupsOf } from '../groups/groupsOf.ts';
import { isolatedInSomeBasis } from '../testing/bases.ts';
import { cellsOfGroup, everyGroup, innerOf, organisations, TINY, worldOf } from '../testing/organisations.ts';
import { tinyTree } from '../testing/samples.ts';
import { isComputable, isolatedCells } from '../testing/supports.ts';
import { syntheticOrganisation } from '../testing/synthetic.ts';
import { publishTree } from '../testing/treeTable.ts';
import { eachNestedPair } from './nested.ts';
import { publishGroups, type Patterns } from './publishGroups.ts';

// Trying every support takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const LONG = process.env.DANBAN_LONG !== undefined;
const tiny = fc.oneof(...TINY.map(organisations));
const usual = { unit: 5, breakdown: 10, sensitive: 10 };

type Organisation = Parameters<typeof everyGroup>[0];

function publish(organisation: Organisation, thresholds = usual, seed = 1) {
  const set = everyGroup(organisation);
  return { set, ...publishGroups(set, organisation.inner, { thresholds, ledger: [], seed }) };
}

describe.each(TINY.map((size) => [JSON.stringify(size), size] as const))('organisations of %s', (_, size) => {
  test('no combination of shown groups rests on fewer people than the threshold, in either class', () => {
    fc.assert(
      fc.property(organisations(size), fc.constantFrom(5, 7, 10), fc.nat(), (organisation, breakdown, seed) => {
        const { set, ordinary, sensitive } = publish(organisation, { ...usual, breakdown, sensitive: 7 }, seed);
        expect(isolatedCells(worldOf(set, ordinary), 5)).toBeNull();
        expect(isolatedCells(worldOf(set, sensitive), 7)).toBeNull();
      }),
      { numRuns: LONG ? 300 : 30 },
    );
  });
});

test('no group under its own threshold can be computed', () => {
  fc.assert(
    fc.property(tiny, (organisation) => {
      const { set, ordinary } = publish(organisation);
      const world = worldOf(set, ordinary);
      set.groups.forEach(({ by }, group) => {
        if (set.n[group] === 0 || set.n[group]! >= (by.length === 0 ? 5 : 10)) return;
        expect(isComputable(world, cellsOfGroup(set, group))).toBe(false);
      });
    }),
  );
});

test('groups that lie in each other differ by nobody or by at least the threshold', () => {
  fc.assert(
    fc.property(tiny, (organisation) => {
      const { set, ordinary } = publish(organisation);
      eachNestedPair(set, (outer, inner) => {
        if (ordinary[outer] === 0 || ordinary[inner] === 0) return;
        const people = set.n[outer]! - set.n[inner]!;
        expect(people === 0 || people >= 5).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

test('an attacker who turns to random bases of a larger organisation finds nobody', () => {
  const plan = { dimensions: [{ categories: 2 }, { categories: 3 }], crossed: [[0, 1] as const] };
  for (let seed = 1; seed <= (LONG ? 20 : 2); seed++) {
    const { tree, inner } = syntheticOrganisation({ fan: [3, 4], least: 8, most: 90, plan, seed });
    const set = groupsOf(tree, plan, inner);
    const { ordinary } = publishGroups(set, inner, { thresholds: usual, ledger: [], seed });
    expect(isolatedInSomeBasis(worldOf(set, ordinary), 5, 8)).toBe(false);
  }
});

test('raising a threshold never shows a group that was hidden', () => {
  const thresholds = fc.record({
    unit: fc.integer({ min: 5, max: 9 }),
    breakdown: fc.integer({ min: 10, max: 13 }),
    sensitive: fc.integer({ min: 10, max: 13 }),
  });
  fc.assert(
    fc.property(tiny, thresholds, fc.constantFrom('unit', 'breakdown', 'sensitive'), (organisation, low, which) => {
      const before = publish(organisation, low);
      const after = publish(organisation, { ...low, [which]: low[which] + 1 });
      expect(isWithin(after, before)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

function isWithin(after: Patterns, before: Patterns): boolean {
  return (['ordinary', 'sensitive'] as const).every((pattern) =>
    after[pattern].every((shown, group) => shown <= before[pattern][group]!),
  );
}

test('what is shown of sensitive questions is shown of others, too', () => {
  fc.assert(
    fc.property(tiny, (organisation) => {
      const { ordinary, sensitive } = publish(organisation);
      expect(sensitive.every((shown, group) => shown <= ordinary[group]!)).toBe(true);
    }),
  );
});

test('a breakdown is shown only where the total of its unit is', () => {
  fc.assert(
    fc.property(tiny, (organisation) => {
      const { set, ordinary, sensitive } = publish(organisation);
      set.groups.forEach(({ unit }, group) => {
        expect(ordinary[group]).toBeLessThanOrEqual(ordinary[unit]!);
        expect(sensitive[group]).toBeLessThanOrEqual(sensitive[unit]!);
      });
    }),
  );
});

test('the same input gives the same pattern, and is left alone', () => {
  fc.assert(
    fc.property(tiny, fc.nat(), (organisation, seed) => {
      const before = structuredClone(organisation.inner);
      expect(publish(organisation, usual, seed).ordinary).toEqual(publish(organisation, usual, seed).ordinary);
      expect(organisation.inner).toEqual(before);
    }),
  );
});

test('without breakdowns the engine says what the remainders of the tree say', () => {
  fc.assert(
    fc.property(tinyTree, fc.integer({ min: 5, max: 12 }), ({ parent, people }, unit) => {
      const tree = { parent: Int32Array.from(parent) };
      const inner = innerOf(people.flatMap((weight, at) => (weight > 0 ? [{ unit: at, values: [], weight }] : [])));
      const set = groupsOf(tree, { dimensions: [], crossed: [] }, inner);
      const thresholds = { unit, breakdown: 10, sensitive: 12 };
      const patterns = publishGroups(set, inner, { thresholds, ledger: [], seed: 1 });
      expect(patterns.ordinary).toEqual(publishTree(tree, set.n, unit));
    }),
  );
});

test('with four criteria and hundreds of cells of single people the search for combinations comes to an end', () => {
  const plan = { dimensions: [3, 5, 4, 6].map((categories) => ({ categories })), crossed: [] };
  const { tree, inner } = syntheticOrganisation({ fan: [6, 10], least: 5, most: 60, seed: 4, plan });
  const set = groupsOf(tree, plan, inner);
  const { ordinary, sensitive } = publishGroups(set, inner, { thresholds: usual, ledger: [], seed: 1 });
  expect(ordinary).toContain(1);
  expect(sensitive.every((shown, group) => shown <= ordinary[group]!)).toBe(true);
});
