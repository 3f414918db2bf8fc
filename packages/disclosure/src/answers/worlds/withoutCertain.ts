import type { GroupSet } from '../../groups/types.ts';
import { lowestShown } from './lowestShown.ts';
import { Neighbours } from './neighbours.ts';
import { Suspects } from './suspects.ts';
import type { Truth } from './truth.ts';

/**
 * The groups of `shown` that can stay, so that nobody's answer is certain from all of them together: the smallest groups
 * around a certain answer go, breakdowns before unit totals, until no answer is certain.
 *
 * Several figures can settle together what none does alone: nobody silent among the women, nobody against among the
 * young, and the one young woman is in favour.
 */
export function withoutCertain(set: GroupSet, shown: Uint8Array, truth: Truth): Uint8Array {
  for (let before = shown; ;) {
    const kept = fewer(set, before, truth);
    if (kept === before) return kept;
    before = kept;
  }
}

/**
 * The same with the worlds of larger patterns remembered, which fit the smaller ones as well; `shown` itself when nothing
 * has to go. Who begins with the smaller pattern may miss such a world, so that is tried until nothing has to go.
 */
function fewer(set: GroupSet, shown: Uint8Array, truth: Truth): Uint8Array {
  const suspects = new Suspects(set, truth);
  for (let kept = shown; ;) {
    const lowest = lowestShown(set, kept);
    suspects.clear(new Neighbours(set, lowest));
    const certain = suspects.left();
    if (certain.length === 0) return kept;
    kept = kept.slice();
    for (const cell of certain) kept[smallestAround(set, lowest, cell)] = 0;
  }
}

/** Whether another world is known for every answer: then none is certain. */
export function isNothingCertain(set: GroupSet, shown: Uint8Array, truth: Truth): boolean {
  const suspects = new Suspects(set, truth);
  suspects.clear(new Neighbours(set, lowestShown(set, shown)));
  return suspects.left().length === 0;
}

/** A cell in no shown group is bound by nothing, so one with a certain answer lies in at least one. */
function smallestAround({ n, inner }: GroupSet, lowest: Int32Array, cell: number): number {
  const cells = inner.unit.length;
  let best = -1;
  for (let at = cell + cells; at < lowest.length; at += cells) {
    const group = lowest[at]!;
    if (group >= 0 && (best < 0 || n[group]! < n[best]!)) best = group;
  }
  return best < 0 ? lowest[cell]! : best;
}
