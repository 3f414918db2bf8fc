import fc from 'fast-check';

/** A few cells with the groups that hold them, one per row or -1, and people of two answers. Shares no code with the engine. */
export interface Exchangeable {
  readonly rows: readonly (readonly number[])[];
  readonly one: readonly number[];
  readonly other: readonly number[];
}

export interface Exchange {
  readonly cells: readonly number[];
  readonly people: readonly number[];
}

/** Up to `most` cells; in each row their groups are numbered from `least` (-1: some lie in none), no number in two rows. */
export function exchangeable(most: number, rows: number, least: 0 | -1): fc.Arbitrary<Exchangeable> {
  return fc.integer({ min: 2, max: most }).chain((cells) => {
    const each = (number: fc.Arbitrary<number>) => fc.array(number, { minLength: cells, maxLength: cells });
    const row = (at: number) => each(fc.integer({ min: least, max: 2 })).map((all) => all.map((of) => named(at, of)));
    return fc.record({
      rows: fc.tuple(...Array.from({ length: rows }, (_, at) => row(at))),
      one: each(fc.nat({ max: 2 })),
      other: each(fc.nat({ max: 2 })),
    });
  });
}

const named = (row: number, group: number): number => (group < 0 ? -1 : 3 * row + group);

/** Cells in which all who gave one of two answers gave the first. */
export function suspectsOf({ one, other }: Exchangeable): number[] {
  return [...one.keys()].filter((cell) => one[cell]! > 0 && other[cell] === 0);
}

/** Whether people are there to turn, at least one of the cell, and every group keeps its people. */
export function isWorldFor(cell: number, { cells, people }: Exchange, { rows, one, other }: Exchangeable): boolean {
  const moved = one.map(() => 0);
  cells.forEach((each, at) => (moved[each]! += people[at]!));
  const isThere = moved.every((by, each) => by <= one[each]! && -by <= other[each]!);
  return isThere && moved[cell]! > 0 && keepsGroups(rows, moved);
}

/** Whether any whole numbers of people can turn so that the cell is among them, by trying all. */
export function hasWorld(cell: number, { rows, one, other }: Exchangeable): boolean {
  const moved = one.map(() => 0);
  const tries = (at: number): boolean => {
    if (at === moved.length) return keepsGroups(rows, moved);
    for (let by = at === cell ? 1 : -other[at]!; by <= one[at]!; by++) {
      moved[at] = by;
      if (tries(at + 1)) return true;
    }
    return false;
  };
  return tries(0);
}

function keepsGroups(rows: Exchangeable['rows'], moved: readonly number[]): boolean {
  return rows.every((row) => {
    const sums = new Map<number, number>();
    row.forEach((group, cell) => group >= 0 && sums.set(group, (sums.get(group) ?? 0) + moved[cell]!));
    return [...sums.values()].every((sum) => sum === 0);
  });
}
