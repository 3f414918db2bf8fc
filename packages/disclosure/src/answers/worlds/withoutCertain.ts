import type { GroupSet } from '../../groups/types.ts';
import type { ShownBefore } from '../shownBefore.ts';
import { lowestBefore, lowestShown } from './lowestShown.ts';
import { Neighbours } from './neighbours.ts';
import { Suspects } from './suspects.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';

/** What can stay, and for each cell whose people all gave one answer a world in which somebody there gave another. */
export interface Proven {
  readonly shown: Uint8Array;
  readonly worlds: readonly World[];
}

/**
 * The groups of `shown` that can stay, so that nobody's answer is certain from all of them together: the smallest groups
 * around a certain answer go, breakdowns before unit totals, until no answer is certain; with a total go the breakdowns of
 * its unit. The worlds found on the way fit what stays as well.
 *
 * Several figures can settle together what none does alone: nobody silent among the women, nobody against among the
 * young, and the one young woman is in favour.
 */
export function withoutCertain(
  set: GroupSet,
  shown: Uint8Array,
  truth: Truth,
  earlier: readonly ShownBefore[] = [],
): Proven {
  const kept = shown.slice();
  const suspects = new Suspects(set, truth);
  const byUnit = groupsByUnit(set);
  const before = lowestBefore(set.inner.unit.length, earlier, set.groups.length);
  for (;;) {
    const now = lowestShown(set, kept);
    suspects.clear(new Neighbours(set, joined(now, before), set.groups.length + earlier.length));
    const certain = suspects.left();
    if (certain.length === 0 || !kept.includes(1)) return { shown: kept, worlds: suspects.worlds };
    for (const cell of certain) {
      const group = smallestAround(set, now, cell);
      // Nothing of today around it: what settles it with an earlier release lies elsewhere.
      if (group < 0) kept.fill(0);
      else for (const gone of set.groups[group]!.by.length === 0 ? byUnit[group]! : [group]) kept[gone] = 0;
    }
  }
}

function joined(now: Int32Array, before: Int32Array): Int32Array {
  const all = new Int32Array(now.length + before.length);
  all.set(now);
  all.set(before, now.length);
  return all;
}

function groupsByUnit({ groups, tree }: GroupSet): number[][] {
  const found: number[][] = Array.from({ length: tree.parent.length }, () => []);
  groups.forEach(({ unit }, group) => found[unit]!.push(group));
  return found;
}

function smallestAround({ n, inner }: GroupSet, lowest: Int32Array, cell: number): number {
  const cells = inner.unit.length;
  let best = -1;
  for (let at = cell + cells; at < lowest.length; at += cells) {
    const group = lowest[at]!;
    if (group >= 0 && (best < 0 || n[group]! < n[best]!)) best = group;
  }
  return best < 0 ? lowest[cell]! : best;
}
