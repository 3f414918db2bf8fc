import type { Span } from '../ledger/span.ts';
import { idsOfLightRows } from './lightRows.ts';

/** Turning long rows, or very many, makes the others longer and finds little. */
const LONGEST = 64;
const MOST = 256;

/** Turns to another basis of the same space: each row with a light pivot gets any of its cells for a pivot. */
export function turnAtRandom(span: Span, k: number, chance: (below: number) => number): void {
  const ids = idsOfLightRows(span, k);
  for (let turns = Math.min(ids.length, MOST); turns > 0; turns--) {
    const id = ids[ids.length <= MOST ? turns - 1 : chance(ids.length)]!;
    const { cells, pivot } = span.rows[id]!;
    if (cells.length > LONGEST) continue;
    const cell = cells[chance(cells.length)]!;
    if (cell !== pivot) span.repivot(id, cell);
  }
}
