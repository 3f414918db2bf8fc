import type { Span } from '../ledger/span.ts';

/** Rows of more cells than this rest on many people in every basis; turning them would cost more than it finds. */
const LONGEST = 2_000;

/** Turns to another basis of the same space: each row with a light pivot gets any of its cells for a pivot. */
export function turnAtRandom(span: Span, k: number, chance: (below: number) => number): void {
  for (let id = 0; id < span.rows.length; id++) {
    const row = span.rows[id];
    if (!row || row.pivot < 0 || row.cells.length > LONGEST) continue;
    const cell = row.cells[chance(row.cells.length)]!;
    if (cell !== row.pivot && span.weight[cell]! < k) span.repivot(id, cell);
  }
}
