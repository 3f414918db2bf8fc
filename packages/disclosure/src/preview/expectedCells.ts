import type { InnerCells, ReleasePlan } from '../groups/types.ts';

/** Of a hundred people, how many choose each category of one dimension; 0 is "no answer". They need not sum to 100. */
export type CategoryShares = readonly number[];

/**
 * The inner cells of as many people as are expected in each unit, spread over the categories by their shares alike in all
 * units. Nobody is drawn: what does not come out even in one place is made up for in the next, so that no share is off by
 * more than a person or two in any row of units, and the same numbers give the same cells.
 *
 * Throws when a dimension has no share above 0, or not one for each of its categories.
 */
export function expectedCells(plan: ReleasePlan, people: Uint32Array, shares: readonly CategoryShares[]): InnerCells {
  const spreaders = plan.dimensions.map(({ categories }, dimension) =>
    spreader(shares[dimension] ?? [], categories + 1),
  );
  const cells: { unit: number; values: number[]; weight: number }[] = [];
  const place = (unit: number, values: number[], weight: number): void => {
    const spread = spreaders[values.length];
    if (spread === undefined) return void cells.push({ unit, values, weight });
    spread(weight).forEach((part, category) => part > 0 && place(unit, [...values, category], part));
  };
  people.forEach((count, unit) => count > 0 && place(unit, [], count));
  return {
    unit: Uint32Array.from(cells, ({ unit }) => unit),
    values: Uint8Array.from(cells.flatMap(({ values }) => values)),
    batch: new Uint16Array(cells.length),
    weight: Uint32Array.from(cells, ({ weight }) => weight),
  };
}

/** Hands out so many people at a time, and keeps to the shares over all that it has handed out. */
function spreader(shares: CategoryShares, categories: number): (count: number) => number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (shares.length !== categories || !(sum > 0)) throw new RangeError('shares do not fit the dimension');
  const owed = shares.map(() => 0);
  return (count) => {
    shares.forEach((share, category) => (owed[category]! += (count * share) / sum));
    const parts = owed.map((due) => Math.max(0, Math.floor(due)));
    let left = count - parts.reduce((all, part) => all + part, 0);
    const byNeed = [...owed.keys()].sort((a, b) => owed[b]! - parts[b]! - (owed[a]! - parts[a]!));
    for (const category of byNeed) {
      if (left <= 0) break;
      parts[category]!++;
      left--;
    }
    takeBack(parts, owed, -left);
    parts.forEach((part, category) => (owed[category]! -= part));
    return parts;
  };
}

/** Where more is owed than there are people, those who are owed least wait. */
function takeBack(parts: number[], owed: readonly number[], much: number): void {
  for (let more = much; more > 0; more--) {
    const given = [...parts.keys()].filter((category) => parts[category]! > 0);
    const least = given.reduce((a, b) => (owed[a]! - parts[a]! <= owed[b]! - parts[b]! ? a : b));
    parts[least]!--;
  }
}
