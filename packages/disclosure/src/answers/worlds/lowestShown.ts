import type { GroupSet } from '../../groups/types.ts';
import type { ShownBefore } from '../shownBefore.ts';

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

/**
 * The same for what earlier releases showed, numbered from `first`: in each layer any two of their groups lie in each other
 * or apart. The larger go first, into the first layer in which they lie in one group or in none.
 */
export function lowestBefore(cells: number, earlier: readonly ShownBefore[], first: number): Int32Array {
  const layers: Int32Array[] = [];
  const bySize = [...earlier.keys()].sort(
    (a, b) => earlier[b]!.column.cells.length - earlier[a]!.column.cells.length || a - b,
  );
  for (const figure of bySize) {
    const own = earlier[figure]!.column.cells;
    let layer = layers.find((one) => own.every((cell) => one[cell] === one[own[0]!]));
    if (!layer) layers.push((layer = new Int32Array(cells).fill(-1)));
    for (const cell of own) layer[cell] = first + figure;
  }
  const all = new Int32Array(layers.length * cells);
  layers.forEach((layer, at) => all.set(layer, at * cells));
  return all;
}
