import { inverse, PRIME, times } from '../ledger/field.ts';
import type { Row } from '../ledger/row.ts';

/** Sets of cells with too few people in them, on which no combination may rest alone. */
export class Forbidden {
  readonly supports: (readonly number[])[] = [];
  private readonly at = new Map<number, number[]>();
  private readonly known = new Set<string>();

  /** False when the support is known already. */
  add(cells: Iterable<number>): boolean {
    const support = [...cells].sort((a, b) => a - b);
    const key = support.join();
    if (this.known.has(key)) return false;
    this.known.add(key);
    for (const cell of support) this.at.set(cell, [...(this.at.get(cell) ?? []), this.supports.length]);
    this.supports.push(support);
    return true;
  }

  /** Whether, once these rows stand, some combination of rows rests on a forbidden support alone. */
  isReached(changed: readonly Row[], rowWithPivot: (cell: number) => Row | null): boolean {
    const touched = new Set(changed.flatMap(({ pivot }) => this.at.get(pivot) ?? []));
    if (touched.size === 0) return false;
    const next = new Map(changed.map((row) => [row.pivot, row]));
    return [...touched].some((support) => {
      const cells = this.supports[support]!;
      const rows = cells.flatMap((cell) => next.get(cell) ?? rowWithPivot(cell) ?? []);
      return areDependentOutside(rows, new Set(cells));
    });
  }
}

/** Only rows whose pivot lies in the support can take part, and they must cancel each other outside of it. */
function areDependentOutside(rows: readonly Row[], support: ReadonlySet<number>): boolean {
  const reduced: { pivot: number; row: Map<number, number> }[] = [];
  for (const { cells, coefs } of rows) {
    const left = new Map<number, number>();
    cells.forEach((cell, at) => support.has(cell) || left.set(cell, coefs[at]!));
    for (const { pivot, row } of reduced) eliminate(left, row, pivot);
    const first = left.entries().next().value;
    if (first === undefined) return true;
    const factor = inverse(first[1]);
    left.forEach((coef, cell) => left.set(cell, times(coef, factor)));
    reduced.push({ pivot: first[0], row: left });
  }
  return false;
}

function eliminate(left: Map<number, number>, row: ReadonlyMap<number, number>, pivot: number): void {
  const factor = left.get(pivot);
  if (factor === undefined) return;
  for (const [cell, coef] of row) {
    const sum = ((left.get(cell) ?? 0) + times(coef, PRIME - factor)) % PRIME;
    if (sum === 0) left.delete(cell);
    else left.set(cell, sum);
  }
}
