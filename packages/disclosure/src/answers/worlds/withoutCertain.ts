import type { GroupSet } from '../../groups/types.ts';
import { lowestShown } from './lowestShown.ts';
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
export function withoutCertain(set: GroupSet, shown: Uint8Array, truth: Truth): Proven {
  const kept = shown.slice();
  const suspects = new Suspects(set, truth);
  const byUnit = groupsByUnit(set);
  for (;;) {
    const lowest = lowestShown(set, kept);
    suspects.clear(new Neighbours(set, lowest));
    const certain = suspects.left();
    if (certain.length === 0) return { shown: kept, worlds: suspects.worlds };
    for (const cell of certain) {
      const group = smallestAround(set, lowest, cell);
      for (const gone of set.groups[group]!.by.length === 0 ? byUnit[group]! : [group]) kept[gone] = 0;
    }
  }
}

function groupsByUnit({ groups, tree }: GroupSet): number[][] {
  const found: number[][] = Array.from({ length: tree.parent.length }, () => []);
  groups.forEach(({ unit }, group) => found[unit]!.push(group));
  return found;
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
