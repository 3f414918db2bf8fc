import { type Parents, pathTo, type Standing } from './commitment.ts';
import type { DepthOf } from './commit.ts';
import type { Table } from './tables.ts';

/** A group of people as a release names it, and which of its tables are published exactly. */
export interface ExactGroup {
  readonly unit: number;
  /** Criteria of the plan and the answers to them. */
  readonly by: readonly { readonly criterion: number; readonly category: number }[];
  readonly exact: readonly boolean[];
}

const nameOf = (criteria: readonly number[], categories: ArrayLike<number>, unit: number): string =>
  `${unit} ${criteria.map((criterion, at) => `${criterion}=${categories[at]}`).join()}`;

/** Opens every leaf as far as the lowest group of its own that is published exactly, and no further. */
export function openedAsPublished(parents: Parents, groups: Iterable<ExactGroup>): DepthOf {
  const exact = new Map<string, readonly boolean[]>();
  for (const { unit, by, exact: cells } of groups) {
    const criteria = by.map(({ criterion }) => criterion);
    const categories = by.map(({ category }) => category);
    exact.set(nameOf(criteria, categories, unit), cells);
  }
  const paths = new Map<number, number[]>();
  const pathOf = (unit: number): number[] => {
    const path = paths.get(unit) ?? [0, ...pathTo(parents, unit)];
    paths.set(unit, path);
    return path;
  };
  return ({ cell, criteria }: Table, { unit, criteria: categories }: Standing) => {
    const depth = pathOf(unit).findLastIndex((at) => exact.get(nameOf(criteria, categories, at))?.[cell] === true);
    return depth < 0 ? null : depth;
  };
}
