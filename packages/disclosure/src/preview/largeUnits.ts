import type { InnerCells } from '../groups/types.ts';
import type { UnitTree } from '../tree.ts';

/** Part of a tree: its units by their places in the whole one, and people by these. */
export interface Part {
  readonly tree: UnitTree;
  readonly inner: InnerCells;
  readonly unit: readonly number[];
}

/** The units of at least so many people; people of smaller ones belong to the next large one above, or to nobody. */
export function largeUnits({ parent }: UnitTree, n: Uint32Array, inner: InnerCells, least: number): Part {
  const unit = [...parent.keys()].filter((at) => n[at]! >= least);
  const place = new Int32Array(parent.length).fill(-1);
  unit.forEach((at, index) => (place[at] = index));
  // Parents come first, and a unit above a large one is as large.
  parent.forEach((above, at) => {
    if (place[at]! < 0 && above >= 0) place[at] = place[above]!;
  });
  const above = unit.map((at) => (parent[at]! < 0 ? -1 : place[parent[at]!]!));
  return { tree: { parent: Int32Array.from(above) }, inner: gathered(inner, place), unit };
}

/** One cell for people of one place with the same values. */
function gathered({ unit, values, weight }: InnerCells, place: Int32Array): InnerCells {
  const width = unit.length === 0 ? 0 : values.length / unit.length;
  const found = new Map<string, { unit: number; values: Uint8Array; weight: number }>();
  unit.forEach((at, cell) => {
    if (place[at]! < 0) return;
    const own = values.subarray(cell * width, (cell + 1) * width);
    const name = `${place[at]!} ${own.join(' ')}`;
    const known = found.get(name);
    if (known) known.weight += weight[cell]!;
    else found.set(name, { unit: place[at]!, values: own, weight: weight[cell]! });
  });
  const cells = [...found.values()];
  return {
    unit: Uint32Array.from(cells, (cell) => cell.unit),
    values: Uint8Array.from(cells.flatMap((cell) => [...cell.values])),
    batch: new Uint16Array(cells.length),
    weight: Uint32Array.from(cells, (cell) => cell.weight),
  };
}
