import type { Span } from '../ledger/span.ts';
import { idsOfLightRows } from './lightRows.ts';

/**
 * Gives every row its heaviest cell for a pivot, as far as weights below `k` count.
 *
 * A combination holds the pivot of each row in it. So the heavier the pivots, the fewer rows can take part in a
 * combination on fewer than `k` people: none with a pivot of `k`, no two with pivots of half of it.
 */
export function turnToHeaviest(span: Span, k: number): void {
  let turned = true;
  while (turned) {
    turned = false;
    for (const id of idsOfLightRows(span, k)) {
      const { cells, pivot } = span.rows[id]!;
      const heaviest = cells.reduce((best, cell) => (span.weight[cell]! > span.weight[best]! ? cell : best), pivot);
      if (heaviest === pivot) continue;
      span.repivot(id, heaviest);
      turned = true;
    }
  }
}
