import type { UnitTree } from '../tree.ts';
import type { Column, Group, InnerCells } from './types.ts';

/**
 * A group as an earlier release showed it: those of its inner cells that were counted up to the batch `upToBatch`.
 *
 * After a reorganisation `tree` and `inner.unit` are those of the earlier release, cell for cell in today's order.
 */
export function columnOf(
  tree: UnitTree,
  inner: InnerCells,
  group: Group,
  upToBatch: number,
  sensitive: boolean,
): Column {
  const within = subtree(tree, group.unit);
  const width = inner.unit.length === 0 ? 0 : inner.values.length / inner.unit.length;
  const cells: number[] = [];
  for (let cell = 0; cell < inner.unit.length; cell++) {
    if (inner.batch[cell]! > upToBatch || within[inner.unit[cell]!] === 0) continue;
    if (group.by.every(({ dimension, category }) => inner.values[cell * width + dimension] === category)) {
      cells.push(cell);
    }
  }
  return { cells: Uint32Array.from(cells), sensitive };
}

function subtree({ parent }: UnitTree, root: number): Uint8Array {
  const within = new Uint8Array(parent.length);
  within[root] = 1;
  for (let unit = root + 1; unit < parent.length; unit++) {
    const above = parent[unit]!;
    if (above >= 0 && within[above] === 1) within[unit] = 1;
  }
  return within;
}
