import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALL_CHECKS } from './checks.ts';
import { tinyTree, totalsOf } from './testing/samples.ts';
import { smallestIsolated } from './testing/spans.ts';
import { publishTree } from './testing/treeTable.ts';
import { subtreeTotals } from './tree.ts';

const threshold = fc.integer({ min: 2, max: 12 });

function subtreePeople(parent: number[], people: number[]): number[] {
  const sums = [...people];
  for (let node = parent.length - 1; node >= 0; node--) if (parent[node]! >= 0) sums[parent[node]!]! += sums[node]!;
  return sums;
}

test('no combination of shown totals rests on fewer people than the threshold', () => {
  fc.assert(
    fc.property(tinyTree, threshold, ({ parent, people }, k) => {
      expect(smallestIsolated(parent, people, totalsOf(parent, people, k, ALL_CHECKS), k)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('a unit below the threshold, or with nobody answering, is never shown', () => {
  fc.assert(
    fc.property(tinyTree, threshold, ({ parent, people }, k) => {
      const shown = totalsOf(parent, people, k, ALL_CHECKS);
      subtreePeople(parent, people).forEach((n, unit) => n < k && expect(shown[unit]).toBe(0));
    }),
  );
});

test('nothing more could be shown: every hidden unit would isolate someone', () => {
  fc.assert(
    fc.property(tinyTree, fc.integer({ min: 2, max: 5 }), ({ parent, people }, k) => {
      const shown = totalsOf(parent, people, k, ALL_CHECKS);
      subtreePeople(parent, people).forEach((n, unit) => {
        if (n < k || shown[unit]) return;
        const withUnit = Uint8Array.from(shown, (bit, node) => (node === unit ? 1 : bit));
        expect(smallestIsolated(parent, people, withUnit, k)).not.toBeNull();
      });
    }),
  );
});

test('raising the threshold never shows a unit that was hidden', () => {
  fc.assert(
    fc.property(tinyTree, fc.integer({ min: 5, max: 14 }), ({ parent, people }, k) => {
      const before = totalsOf(parent, people, k, ALL_CHECKS);
      totalsOf(parent, people, k + 1, ALL_CHECKS).forEach((bit, unit) =>
        expect(bit).toBeLessThanOrEqual(before[unit]!),
      );
    }),
    { numRuns: 500 },
  );
});

test('the sensitive pattern stays inside the ordinary one', () => {
  fc.assert(
    fc.property(tinyTree, ({ parent, people }) => {
      const tree = { parent: Int32Array.from(parent) };
      const respondents = subtreeTotals(tree, Uint32Array.from(people), 1);
      const ordinary = publishTree(tree, respondents, 5);
      const sensitive = publishTree(tree, respondents, 10, ordinary);
      sensitive.forEach((bit, unit) => expect(bit).toBeLessThanOrEqual(ordinary[unit]!));
      expect(smallestIsolated(parent, people, sensitive, 10)).toBeNull();
    }),
  );
});

test('the same input gives the same pattern, and the input is left alone', () => {
  fc.assert(
    fc.property(tinyTree, threshold, ({ parent, people }, k) => {
      const tree = { parent: Int32Array.from(parent) };
      const respondents = subtreeTotals(tree, Uint32Array.from(people), 1);
      const before = respondents.slice();
      expect(publishTree(tree, respondents, k)).toEqual(publishTree(tree, respondents, k));
      expect(respondents).toEqual(before);
    }),
  );
});

test('naming siblings in another order stays safe', () => {
  fc.assert(
    fc.property(tinyTree, threshold, ({ parent, people }, k) => {
      const other = renumbered(parent, people);
      const shown = totalsOf(other.parent, other.people, k, ALL_CHECKS);
      expect(smallestIsolated(other.parent, other.people, shown, k)).toBeNull();
    }),
  );
});

/** The same tree, level by level, siblings in reverse. */
function renumbered(parent: number[], people: number[]): { parent: number[]; people: number[] } {
  const depth = (node: number): number => (parent[node]! < 0 ? 0 : 1 + depth(parent[node]!));
  const order = parent.map((_, node) => node).sort((a, b) => depth(a) - depth(b) || b - a);
  return {
    parent: order.map((node) => order.indexOf(parent[node]!)),
    people: order.map((node) => people[node]!),
  };
}

test('two teams of a department: the second is hidden with the small third', () => {
  expect([...totalsOf([-1, 0, 0, 0], [0, 8, 6, 4], 5, ALL_CHECKS)]).toEqual([1, 1, 0, 0]);
});

test('a unit with exactly the people of its only child is shown with it', () => {
  expect([...totalsOf([-1, 0], [0, 7], 5, ALL_CHECKS)]).toEqual([1, 1]);
});

test('people attached directly to a department are not left over by subtraction', () => {
  expect([...totalsOf([-1, 0, 0], [3, 8, 6], 5, ALL_CHECKS)]).toEqual([1, 1, 0]);
});

test('lengths that disagree are a broken invariant', () => {
  expect(() => publishTree({ parent: Int32Array.of(-1) }, new Uint32Array(2), 5)).toThrow(RangeError);
});
