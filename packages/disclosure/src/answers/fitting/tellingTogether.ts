import type { GroupSet } from '../../groups/types.ts';
import type { Span } from '../../ledger/span.ts';
import type { TableSums } from '../../sums.ts';
import { Bounds } from './bounds.ts';
import { settledByRaking } from './raking.ts';
import { knownSums } from './sums.ts';

export interface Shown {
  readonly set: GroupSet;
  readonly sums: TableSums;
}

/**
 * The shown groups to hide because of inner cells of which an answer is certain: the smallest that holds such a cell, or
 * `all` breakdowns of a unit that has one; totals only where no breakdown holds it.
 *
 * Several figures can settle together what none does alone: nobody silent among the women, nobody against among the
 * young, and the one young woman is in favour.
 */
export function tellingTogether(shown: Shown, span: Span, exact: Uint8Array, all: boolean): number[] {
  const certain = certainCells(shown, span, exact);
  if (!certain.includes(1)) return [];
  const smallest = smallestHolding(shown.set, exact, certain);
  if (!all) return [...smallest];
  const units = new Set([...smallest].map((group) => shown.set.groups[group]!.unit));
  const { groups } = shown.set;
  const broken = groups.flatMap(({ unit, by }, group) =>
    exact[group] === 1 && by.length > 0 && units.has(unit) ? [group] : [],
  );
  return [...new Set([...smallest, ...broken])];
}

function smallestHolding({ n, start, cells, groups }: GroupSet, exact: Uint8Array, certain: Uint8Array): Set<number> {
  const best = new Map<number, number>();
  const isSmaller = (group: number, than: number): boolean => {
    const [a, b] = [groups[group]!.by.length > 0, groups[than]!.by.length > 0];
    return a === b ? n[group]! < n[than]! : a;
  };
  exact.forEach((bit, group) => {
    for (let at = bit === 1 ? start[group]! : start[group + 1]!; at < start[group + 1]!; at++) {
      const cell = cells[at]!;
      if (certain[cell] === 0) continue;
      const smallest = best.get(cell);
      if (smallest === undefined || isSmaller(group, smallest)) best.set(cell, group);
    }
  });
  return new Set(best.values());
}

/** 1 for cells where whoever was asked certainly gave one and the same answer. */
function certainCells({ set, sums }: Shown, span: Span, exact: Uint8Array): Uint8Array {
  const { weight } = set.inner;
  const known = knownSums(set, sums, span, exact);
  const { width } = known;
  const bounds = new Bounds(weight, width);
  bounds.tighten(known);
  const bounded = Uint8Array.from(weight, (people, cell) =>
    people > 0 && answersLeft(bounds, cell, width) === 1 ? 1 : 0,
  );
  return bounded.includes(1) ? bounded : settledByRaking(weight, bounds, known);
}

function answersLeft({ most }: Bounds, cell: number, width: number): number {
  let possible = 0;
  for (let category = 0; category < width - 1; category++) if (most[cell * width + category]! > 0) possible++;
  return possible;
}
