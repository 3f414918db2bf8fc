import type { GroupSet } from '../../groups/types.ts';
import type { ShownBefore } from '../shownBefore.ts';
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
  const neighbours = new Neighbours(set, shown, earlier);
  const suspects = new Suspects(neighbours, truth);
  const byUnit = groupsByUnit(set);
  while (neighbours.isAnythingShown) {
    suspects.clear();
    const certain = suspects.left();
    if (certain.length === 0) break;
    const around = certain.map((cell) => smallestAround(set, neighbours, cell));
    // Nothing of today around it: what settles it with an earlier release lies elsewhere.
    if (around.includes(-1)) return { shown: new Uint8Array(shown.length), worlds: suspects.worlds };
    for (const group of around) {
      for (const gone of set.groups[group]!.by.length === 0 ? byUnit[group]! : [group]) neighbours.hide(gone);
    }
  }
  return { shown: neighbours.shown, worlds: suspects.worlds };
}

function groupsByUnit({ groups, tree }: GroupSet): number[][] {
  const found: number[][] = Array.from({ length: tree.parent.length }, () => []);
  groups.forEach(({ unit }, group) => found[unit]!.push(group));
  return found;
}

function smallestAround({ n, breakdowns }: GroupSet, { lowest, rows }: Neighbours, cell: number): number {
  let best = -1;
  for (let row = 1; row < breakdowns.length; row++) {
    const group = lowest[cell * rows + row]!;
    if (group >= 0 && (best < 0 || n[group]! < n[best]!)) best = group;
  }
  return best < 0 ? lowest[cell * rows]! : best;
}
