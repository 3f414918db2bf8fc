import { inverse, PRIME, times } from '../ledger/field.ts';
import type { Span } from '../ledger/span.ts';
import { lightRows, type LightRow, type LightRows } from './lightRows.ts';

/** Supports of fewer than `k` people among the rows of this basis and the combinations of two rows. */
export function lightSupports(span: Span, k: number): number[][] {
  const light = lightRows(span, k);
  return light.rows.flatMap((row, place) => {
    const alone = [row.pivot, ...row.cells];
    const own = peopleIn(span, alone) < k ? [alone] : [];
    return [...own, ...pairsWith(span, light, place, k)];
  });
}

interface Shared {
  people: number;
  /** People in the cells that vanish together, by the factor that makes them. */
  readonly byFactor: Map<number, number>;
}

function pairsWith(span: Span, light: LightRows, place: number, k: number): number[][] {
  const row = light.rows[place]!;
  const people = peopleIn(span, row.cells);
  return [...sharedWithLater(span, light, place, k)].flatMap(([other, { people: shared, byFactor }]) => {
    const partner = light.rows[other]!;
    const all = row.people + partner.people + people + peopleIn(span, partner.cells) - shared;
    return [...byFactor]
      .filter(([, vanishing]) => all - vanishing < k)
      .map(([factor]) => [row.pivot, partner.pivot, ...leftOf(row, partner, factor)]);
  });
}

function sharedWithLater(
  { weight }: Span,
  { rows, holders }: LightRows,
  place: number,
  k: number,
): Map<number, Shared> {
  const { cells, coefs, people } = rows[place]!;
  const found = new Map<number, Shared>();
  cells.forEach((cell, at) => {
    for (const other of holders.get(cell)!) {
      if (other <= place || people + rows[other]!.people >= k) continue;
      const partner = rows[other]!;
      const factor = times(PRIME - coefs[at]!, inverse(partner.coefs[partner.cells.indexOf(cell)]!));
      const shared = found.get(other) ?? { people: 0, byFactor: new Map<number, number>() };
      shared.people += weight[cell]!;
      shared.byFactor.set(factor, (shared.byFactor.get(factor) ?? 0) + weight[cell]!);
      found.set(other, shared);
    }
  });
  return found;
}

/** The cells that stay in `row` plus `factor` times `partner`. */
function leftOf(row: LightRow, partner: LightRow, factor: number): number[] {
  const sums = new Map<number, number>();
  row.cells.forEach((cell, at) => sums.set(cell, row.coefs[at]!));
  partner.cells.forEach((cell, at) => {
    sums.set(cell, ((sums.get(cell) ?? 0) + times(partner.coefs[at]!, factor)) % PRIME);
  });
  return [...sums].flatMap(([cell, sum]) => (sum === 0 ? [] : [cell]));
}

function peopleIn({ weight }: Span, cells: ArrayLike<number>): number {
  let people = 0;
  for (let at = 0; at < cells.length; at++) people += weight[cells[at]!]!;
  return people;
}
