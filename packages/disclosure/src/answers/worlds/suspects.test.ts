import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { GroupSet } from '../../groups/types.ts';
import { chanceFrom } from '../../ledger/chance.ts';
import { answersOf, askedIn, type Asked } from '../../testing/answers.ts';
import { certainCells } from '../../testing/certainty.ts';
import { cellsOfGroup, everyGroup, TINY } from '../../testing/organisations.ts';
import { withoutCertain } from './withoutCertain.ts';
import { Neighbours } from './neighbours.ts';
import { Suspects } from './suspects.ts';

// Programs for every answer that could be certain take seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });
const numRuns = process.env.DANBAN_LONG === undefined ? 60 : 1_000;

/** Any groups at all are shown, safe or not. */
function seenBy(set: GroupSet, truth: readonly (readonly number[])[], shown: Uint8Array) {
  const exact = (cells: number[]) => {
    const counts = truth[0]!.map((_, category) => cells.reduce((sum, cell) => sum + truth[cell]![category]!, 0));
    return { kind: 'exact' as const, counts, n: counts.reduce((sum, people) => sum + people, 0) };
  };
  const groups = [...shown.keys()].filter((group) => shown[group] === 1);
  return {
    truth,
    sensitive: false,
    shown: groups.map((group) => ({ cells: cellsOfGroup(set, group), cell: exact(cellsOfGroup(set, group)) })),
  };
}

function shownAtRandom(asked: Asked, percent: number): { set: GroupSet; shown: Uint8Array } {
  const set = everyGroup(asked.organisation);
  const chance = chanceFrom(asked.seed + 1);
  const shown = Uint8Array.from(set.groups, () => (chance(100) < percent ? 1 : 0));
  return { set, shown };
}

function leftOf(set: GroupSet, shown: Uint8Array, truth: readonly (readonly number[])[]): number[] {
  const counts = Uint32Array.from(truth.flat());
  const suspects = new Suspects(new Neighbours(set, shown), { counts, width: truth[0]!.length });
  suspects.clear();
  return suspects.left();
}

describe.each(TINY.map((size) => [JSON.stringify(size), size] as const))('organisations of %s', (_, size) => {
  test('whatever is shown, every answer that is certain in whole numbers stays a suspect', () => {
    fc.assert(
      fc.property(askedIn(size), fc.constantFrom(15, 40, 75, 100), (asked, percent) => {
        const { set, shown } = shownAtRandom(asked, percent);
        const truth = answersOf(asked);
        expect(leftOf(set, shown, truth)).toEqual(expect.arrayContaining(certainCells(seenBy(set, truth, shown))));
      }),
      { numRuns },
    );
  });

  test('whatever is shown, no answer is certain from what is kept of it', () => {
    fc.assert(
      fc.property(askedIn(size), fc.constantFrom(40, 100), (asked, percent) => {
        const { set, shown } = shownAtRandom(asked, percent);
        const truth = answersOf(asked);
        const counts = Uint32Array.from(truth.flat());
        const kept = withoutCertain(set, shown, { counts, width: truth[0]!.length });
        expect(certainCells(seenBy(set, truth, kept.shown))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

test('few answers are taken for certain that are not', () => {
  let [left, certain] = [0, 0];
  for (const asked of fc.sample(fc.oneof(...TINY.map(askedIn)), { seed: 7, numRuns: 200 })) {
    const { set, shown } = shownAtRandom(asked, 60);
    const truth = answersOf(asked);
    left += leftOf(set, shown, truth).length;
    certain += certainCells(seenBy(set, truth, shown)).length;
  }
  expect(certain).toBeGreaterThan(0);
  expect(left).toBeLessThan(1.1 * certain);
});
