import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withPseudoTeams } from './pseudo-teams.ts';
import { tinyTree } from './testing/samples.ts';
import { isWithin } from './testing/spans.ts';
import { subtreeTotals, validateTree } from './tree.ts';

test('several roots and any forest in topological order have no issues', () => {
  expect(validateTree(Int32Array.of(-1, 0, -1, 2, 1))).toEqual([]);
});

test('a parent after its child, a unit above itself and a negative parent are issues', () => {
  expect(validateTree(Int32Array.of(1, -1, 2, -2))).toEqual([
    { code: 'parent-not-before-child', node: 0 },
    { code: 'parent-not-before-child', node: 2 },
    { code: 'parent-below-root', node: 3 },
  ]);
});

test('a subtree total counts everyone at or below the unit', () => {
  fc.assert(
    fc.property(tinyTree, ({ parent, people }) => {
      const totals = subtreeTotals({ parent: Int32Array.from(parent) }, Uint32Array.from(people), 1);
      totals.forEach((n, unit) => {
        expect(n).toBe(people.reduce((sum, own, node) => sum + (isWithin(parent, node, unit) ? own : 0), 0));
      });
    }),
  );
});

test('counts that do not fit the tree are a broken invariant', () => {
  expect(() => subtreeTotals({ parent: Int32Array.of(-1) }, new Uint32Array(3), 2)).toThrow(RangeError);
});

test('people attached directly to a department become a team of their own', () => {
  const { tree, team } = withPseudoTeams({ parent: Int32Array.of(-1, 0, 0) }, [6, 8, 9]);
  expect([...tree.parent]).toEqual([-1, 0, 0, 0]);
  expect([...team]).toEqual([3, 1, 2]);
});

test('a department without people of its own gets no such team', () => {
  const { tree, team } = withPseudoTeams({ parent: Int32Array.of(-1, 0) }, [0, 8]);
  expect([...tree.parent]).toEqual([-1, 0]);
  expect([...team]).toEqual([0, 1]);
});
