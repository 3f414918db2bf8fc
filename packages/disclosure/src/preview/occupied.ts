import type { InnerCells, ReleasePlan } from '../groups/types.ts';
import type { UnitTree } from '../tree.ts';

/** Per unit, how many combinations of all dimensions have people in them, whatever the ladder admits. */
export function occupiedGroups({ parent }: UnitTree, { dimensions }: ReleasePlan, inner: InnerCells): Uint32Array {
  const size = dimensions.reduce((all, { categories }) => all * (categories + 1), 1);
  const seen = new Uint8Array(parent.length * size);
  const count = new Uint32Array(parent.length);
  inner.unit.forEach((at, cell) => {
    const combination = dimensions.reduce(
      (all, { categories }, dimension) => all * (categories + 1) + inner.values[cell * dimensions.length + dimension]!,
      0,
    );
    for (let unit = at; unit >= 0; unit = parent[unit]!) {
      const place = unit * size + combination;
      if (seen[place] === 1) break;
      seen[place] = 1;
      count[unit]!++;
    }
  });
  return count;
}
