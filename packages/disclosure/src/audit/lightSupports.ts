import { inverse, times } from '../ledger/field.ts';
import type { Row } from '../ledger/row.ts';
import type { Span } from '../ledger/span.ts';

/**
 * Supports of fewer than `k` people among the rows of this basis and the differences of two rows.
 *
 * A combination of rows holds the pivot of each of them, so only rows with light pivots can take part.
 */
export function lightSupports(span: Span, k: number): number[][] {
  const found: number[][] = [];
  span.rows.forEach((row, id) => {
    if (row === null || row.pivot < 0 || span.weight[row.pivot]! >= k) return;
    if (row.weight < k) found.push([...row.cells]);
    found.push(...lightPairs(span, id, row, k));
  });
  return found;
}

function lightPairs(span: Span, id: number, row: Row, k: number): number[][] {
  const own = span.weight[row.pivot]!;
  const cancelled = new Map<number, Map<number, number>>();
  row.cells.forEach((cell, at) => {
    for (const other of span.holdersOf(cell)) {
      if (other <= id) continue;
      const partner = span.rows[other]!;
      if (partner.pivot < 0 || own + span.weight[partner.pivot]! >= k) continue;
      const ratio = times(row.coefs[at]!, inverse(coefAt(partner, cell)));
      const byRatio = cancelled.get(other) ?? new Map<number, number>();
      byRatio.set(ratio, (byRatio.get(ratio) ?? 0) + span.weight[cell]!);
      cancelled.set(other, byRatio);
    }
  });
  return [...cancelled].flatMap(([other, byRatio]) => {
    const partner = span.rows[other]!;
    const union = unionWeight(span, row, partner);
    return [...byRatio].filter(([, weight]) => union - weight < k).map(([ratio]) => supportOf(row, partner, ratio));
  });
}

function coefAt({ cells, coefs }: Row, cell: number): number {
  return coefs[cells.indexOf(cell)]!;
}

function unionWeight({ weight }: Span, row: Row, partner: Row): number {
  const mine = new Set(row.cells);
  return partner.cells.reduce((sum, cell) => (mine.has(cell) ? sum : sum + weight[cell]!), row.weight);
}

/** The cells that are left of `row` minus `ratio` times `partner`. */
function supportOf(row: Row, partner: Row, ratio: number): number[] {
  const left = new Map<number, number>();
  row.cells.forEach((cell, at) => left.set(cell, row.coefs[at]!));
  partner.cells.forEach((cell, at) => {
    const term = times(partner.coefs[at]!, ratio);
    if (left.get(cell) === term) left.delete(cell);
    else left.set(cell, 1);
  });
  return [...left.keys()];
}
