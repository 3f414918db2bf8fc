import { type GroupSet, groupsOf, type QuestionTable } from '@danban/disclosure';
import { type Counts, groupCounter, type Histogram } from '@danban/server/results/count';
import { innerCounter, type Occupied } from '@danban/server/results/inner';
import { insideCounter, insideOfPlaces } from '@danban/server/results/inside';
import type { Answered } from './organisation.ts';

export const thresholds = { unit: 5, breakdown: 10, sensitive: 10 };

export interface Counted {
  set: GroupSet;
  counts: Counts;
  inside: Counts<Histogram>;
}

/** As `makeRelease` counts; `grouping` is what it does between its two passes. */
export function counted(answered: Answered, grouping: (occupied: Occupied) => GroupSet): Counted {
  const { tree, plan, columns, sheets } = answered;
  const criteria = plan.dimensions.map(({ categories }, index) => ({ index, categories }));
  const inner = innerCounter(columns.length, criteria);
  for (const one of sheets) inner.add(one);
  const occupied = inner.occupied();
  const set = grouping(occupied);
  const groups = groupCounter(tree.parent, set, columns, criteria);
  if (criteria.length === 0) {
    for (const one of sheets) groups.add(one);
    return { set, counts: groups.counts, inside: insideOfPlaces(tree, occupied, groups.counts) };
  }
  const inside = insideCounter(occupied, columns, criteria);
  for (const one of sheets) {
    groups.add(one);
    inside.add(one);
  }
  return { set, counts: groups.counts, inside: inside.counts };
}

export function groupsIn({ tree, plan }: Answered, { places, values, people }: Occupied): GroupSet {
  const inner = { unit: places, values, weight: people, batch: new Uint16Array(places.length) };
  return groupsOf(tree, plan, inner);
}

export function tablesOf({ plan, columns }: Answered, { counts, inside }: Counted): QuestionTable[] {
  return columns.slice(plan.dimensions.length).map(({ index, options }) => ({
    counts: counts.columns[index]!,
    truth: inside.columns[index]!,
    options,
    k: thresholds.unit,
    sensitive: false,
  }));
}
