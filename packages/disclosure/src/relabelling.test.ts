import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { chanceFrom } from './ledger/chance.ts';
import { tableOf, tallTable, totalsOf, type Sample } from './testing/samples.ts';
import { ALL_CHECKS } from './checks.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The same people under other names: units below the whole in another order, categories behind "no answer" too. */
function renamed({ parent, truth, ...rest }: Sample, seed: number) {
  const chance = chanceFrom(seed);
  // Parents stand before their children, so a unit is drawn among those whose parent is there.
  const order: number[] = [];
  while (order.length < parent.length) {
    const ready = parent.flatMap((up, node) => (!order.includes(node) && (up < 0 || order.includes(up)) ? [node] : []));
    order.push(ready[chance(ready.length)]!);
  }
  const categories = shuffled(truth[0]!.length, chance);
  return {
    order,
    categories,
    sample: {
      ...rest,
      parent: order.map((node) => (parent[node]! < 0 ? -1 : order.indexOf(parent[node]!))),
      truth: order.map((node) => categories.map((category) => truth[node]![category]!)),
    },
  };
}

function shuffled(length: number, chance: (below: number) => number): number[] {
  const left = [...Array(length).keys()];
  return Array.from({ length }, () => left.splice(chance(left.length), 1)[0]!);
}

/** Units with as many people, or a unit with two categories that most chose, leave something to their order. */
function hasTies({ parent, truth }: Sample): boolean {
  const sums = truth.map((_, unit) =>
    truth[0]!.map((__, category) =>
      truth.reduce((sum, row, node) => (isWithin(parent, node, unit) ? sum + row[category]! : sum), 0),
    ),
  );
  const people = sums.map((row) => row.reduce((sum, count) => sum + count, 0));
  const tops = sums.map((row) => row.filter((count) => count === Math.max(...row)).length);
  return new Set(people).size < people.length || tops.some((top) => top > 1);
}

function isWithin(parent: readonly number[], node: number, unit: number): boolean {
  for (let at = node; at >= 0; at = parent[at]!) if (at === unit) return true;
  return false;
}

const untied = tallTable.filter((sample) => !hasTies(sample));

function shownOf(sample: Sample) {
  const people = sample.truth.map((row) => row.reduce((sum, count) => sum + count, 0));
  return { totals: [...totalsOf(sample.parent, people, sample.k, ALL_CHECKS)], cells: tableOf(sample, ALL_CHECKS) };
}

test('other names of units and categories show the same of the same people, where no two have as many', () => {
  fc.assert(
    fc.property(untied, fc.nat(), (sample, seed) => {
      const { order, categories, sample: again } = renamed(sample, seed);
      const [one, other] = [shownOf(sample), shownOf(again)];
      expect(other.totals).toEqual(order.map((node) => one.totals[node]));
      expect(other.cells).toEqual(
        order.map((node) => {
          const cell = one.cells[node]!;
          if (cell.kind === 'exact') return { ...cell, counts: categories.map((category) => cell.counts[category]) };
          return cell.kind === 'band' ? { ...cell, option: categories.indexOf(cell.option) } : cell;
        }),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('of two units with as many people the one that stands first is shown, where both cannot be', () => {
  const parent = [-1, 0, 0, 0];
  expect([...totalsOf(parent, [0, 5, 5, 3], 5, ALL_CHECKS)]).toEqual([1, 1, 0, 0]);
  expect([...totalsOf(parent, [0, 3, 5, 5], 5, ALL_CHECKS)]).toEqual([1, 0, 1, 0]);
});
