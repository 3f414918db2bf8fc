import type { GroupSet } from '../../groups/types.ts';

/**
 * For each breakdown and inner cell, the lowest shown group that holds the cell; -1 where none does. Breakdown-major.
 *
 * The figures of all shown groups say the same as those of what is left of each outside of the shown groups below it.
 * So people of two cells with the same lowest groups cannot be told apart.
 */
export function lowestShown({ breakdowns, tree, inner }: GroupSet, shown: Uint8Array): Int32Array {
  const cells = inner.unit.length;
  const lowest = new Int32Array(breakdowns.length * cells).fill(-1);
  breakdowns.forEach(({ first, place }, at) => {
    for (let cell = 0; cell < cells; cell++) {
      let unit = inner.unit[cell]!;
      while (unit >= 0 && !(first[unit]! >= 0 && shown[first[unit]! + place[cell]!] === 1)) unit = tree.parent[unit]!;
      if (unit >= 0) lowest[at * cells + cell] = first[unit]! + place[cell]!;
    }
  });
  return lowest;
}
