import type { LowestGroups } from '../answers/worlds/neighbours.ts';
import type { Truth } from '../answers/worlds/truth.ts';
import type { Exchangeable } from './exchanges.ts';

/** A few cells as the searches for worlds look at them. */
export function lowestIn({ rows, one, other }: Exchangeable): { groups: LowestGroups; truth: Truth } {
  const cells = one.length;
  const lowest = Int32Array.from(one.flatMap((_, cell) => rows.map((row) => row[cell]!)));
  const members = Array.from({ length: 3 * rows.length }, (_, group) =>
    Uint32Array.from([...one.keys()].filter((cell) => rows.some((row) => row[cell] === group))),
  );
  const counts = Uint32Array.from(one.flatMap((people, cell) => [people, other[cell]!]));
  return { groups: { cells, rows: rows.length, lowest, members }, truth: { counts, width: 2 } };
}
