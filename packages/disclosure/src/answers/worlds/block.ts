import type { Neighbours } from './neighbours.ts';

/** Cells that can give and take answers among each other, and rows of them whose sums are shown. */
export interface Block {
  readonly cells: readonly number[];
  /** Places in `cells`. */
  readonly rows: readonly (readonly number[])[];
}

/** A cell that is alone in a row cannot change, and is left out. */
export function blockOf(cells: readonly number[], neighbours: Neighbours): Block {
  const groups = cells.map((cell) => neighbours.groupsOf(cell));
  const size = new Map<number, number>();
  for (const own of groups) for (const group of own) size.set(group, (size.get(group) ?? 0) + 1);
  let kept = cells.map((_, at) => at);
  for (;;) {
    const next = kept.filter((at) => groups[at]!.every((group) => size.get(group)! > 1));
    if (next.length === kept.length) break;
    const left = new Set(next);
    for (const at of kept) {
      if (!left.has(at)) for (const group of groups[at]!) size.set(group, size.get(group)! - 1);
    }
    kept = next;
  }
  const rows = new Map<number, number[]>();
  kept.forEach((at, place) => {
    for (const group of groups[at]!) {
      const row = rows.get(group);
      if (row) row.push(place);
      else rows.set(group, [place]);
    }
  });
  return { cells: kept.map((at) => cells[at]!), rows: [...rows.values()] };
}
