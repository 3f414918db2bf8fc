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
  const coefAt = new Map<number, number>();
  row.cells.forEach((cell, at) => coefAt.set(cell, row.coefs[at]!));
  return partnersOf(span, light, place, k).flatMap((other) => {
    const partner = light.rows[other]!;
    const { people: shared, byFactor } = sharedWith(span, coefAt, partner);
    const all = row.people + partner.people + people + peopleIn(span, partner.cells) - shared;
    return [...byFactor]
      .filter(([, vanishing]) => all - vanishing < k)
      .map(([factor]) => [row.pivot, partner.pivot, ...leftOf(row, partner, factor)]);
  });
}

/**
 * Later rows with which this one can rest on few people. All but a few of its people must vanish, so a partner holds at
 * least one of any cells with as many people in them: those cells are looked at that the fewest rows hold.
 */
function partnersOf({ weight }: Span, { rows, holders }: LightRows, place: number, k: number): number[] {
  const { cells, people } = rows[place]!;
  const found = new Set<number>();
  let seen = people + 1;
  for (const cell of rarest(cells, holders, k)) {
    if (seen >= k) break;
    seen += weight[cell]!;
    for (const other of holders[cell]!) {
      if (other > place && people + rows[other]!.people < k) found.add(other);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Up to `most` cells that the fewest rows hold, rarest first. */
function rarest(cells: Int32Array, holders: LightRows['holders'], most: number): number[] {
  const best: number[] = [];
  for (const cell of cells) {
    const many = holders[cell]!.length;
    let at = best.length;
    while (at > 0 && holders[best[at - 1]!]!.length > many) at--;
    if (at >= most) continue;
    best.splice(at, 0, cell);
    if (best.length > most) best.pop();
  }
  return best;
}

function sharedWith({ weight }: Span, coefAt: ReadonlyMap<number, number>, partner: LightRow): Shared {
  const shared: Shared = { people: 0, byFactor: new Map() };
  partner.cells.forEach((cell, at) => {
    const coef = coefAt.get(cell);
    if (coef === undefined) return;
    const factor = times(PRIME - coef, inverse(partner.coefs[at]!));
    shared.people += weight[cell]!;
    shared.byFactor.set(factor, (shared.byFactor.get(factor) ?? 0) + weight[cell]!);
  });
  return shared;
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
