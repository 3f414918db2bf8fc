import type { InnerCells, UnitTree } from '@danban/disclosure';
import type { Column } from '@danban/survey';
import { answersOf, type Counts, type Histogram } from './count.ts';
import { type CriterionColumn, keyOf, type Occupied, type Sheets } from './inner.ts';

/** The answers of every inner cell, column by column, in as many bytes as its people need. */
export function insideCounter(
  occupied: Occupied,
  columns: readonly Column[],
  criteria: readonly CriterionColumn[],
): { add(sheets: Sheets): void; counts: Counts<Histogram> } {
  const counts = {
    people: occupied.people,
    columns: columns.map(({ options }) => room(occupied.people, options + 1)),
  };
  const cellAt = cellFinder(occupied, criteria);
  return {
    counts,
    add({ unit, people, packed }) {
      const find = cellAt(unit);
      for (let sheet = 0; sheet < people; sheet++) {
        const row = sheet * columns.length;
        const cell = find(packed, row);
        columns.forEach(({ options }, column) => {
          counts.columns[column]![cell * (options + 1) + packed[row + column]!]!++;
        });
      }
    },
  };
}

function room(people: Uint32Array, width: number): Histogram {
  const most = people.reduce((highest, some) => Math.max(highest, some), 0);
  const length = people.length * width;
  if (most < 2 ** 8) return new Uint8Array(length);
  return most < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Cells lie place by place, so each place needs its own only. */
function cellFinder({ places, values }: Occupied, criteria: readonly CriterionColumn[]) {
  const first = new Map<number, number>();
  places.forEach((place, cell) => void (first.has(place) || first.set(place, cell)));
  const width = criteria.length;
  return (place: number) => {
    const known = new Map<number, number>();
    for (let cell = first.get(place) ?? places.length; places[cell] === place; cell++) {
      known.set(
        criteria.reduce((key, { categories }, at) => key * (categories + 1) + values[cell * width + at]!, 0),
        cell,
      );
    }
    return (packed: Uint8Array, row: number): number => known.get(keyOf(criteria, packed, row, 0))!;
  };
}

/** Where no criterion divides people, an inner cell is a place: what is left of its unit without the units below it. */
export function insideOfPlaces({ parent }: UnitTree, { places, people }: Occupied, counts: Counts): Counts {
  const columns = counts.columns.map((column) => {
    const width = column.length / parent.length;
    const own = column.slice();
    for (let unit = parent.length - 1; unit >= 0; unit--) {
      const above = parent[unit]!;
      for (let at = 0; above >= 0 && at < width; at++) own[above * width + at]! -= column[unit * width + at]!;
    }
    const inside = new Uint32Array(places.length * width);
    places.forEach((place, cell) => inside.set(answersOf(own, place, width), cell * width));
    return inside;
  });
  return { people, columns };
}

/**
 * Where earlier releases counted some of the people: nothing says what those answered, so answers are dealt out to the
 * cells of each kind in turn, those who were asked before those who were not, those who answered before the silent.
 */
export function insideOfBatches(
  inner: InnerCells,
  occupied: Occupied,
  { columns }: Counts<Histogram>,
): Counts<Histogram> {
  const cellsOf = batchesOf(inner, occupied);
  const dealt = columns.map((column) => {
    const width = column.length / occupied.people.length;
    const out = room(inner.weight, width);
    cellsOf.forEach((cells, kind) => deal(out, cells, answersOf(column, kind, width).slice(), inner.weight));
    return out;
  });
  return { people: inner.weight, columns: dealt };
}

function deal(out: Histogram, cells: readonly number[], left: Histogram, weight: Uint32Array): void {
  for (const cell of cells) {
    let people = weight[cell]!;
    for (let value = left.length - 1; value >= 0; value--) {
      const some = Math.min(people, left[value]!);
      out[cell * left.length + value] = some;
      left[value]! -= some;
      people -= some;
    }
  }
}

/** For each occupied cell those of it in the order of releases. */
function batchesOf({ unit, values }: InnerCells, occupied: Occupied): number[][] {
  const width = unit.length === 0 ? 0 : values.length / unit.length;
  const nameOf = (place: number, own: Uint8Array, cell: number): string =>
    `${place} ${own.subarray(cell * width, (cell + 1) * width).join(' ')}`;
  const cells = new Map<string, number[]>();
  unit.forEach((place, cell) => {
    const name = nameOf(place, values, cell);
    cells.set(name, [...(cells.get(name) ?? []), cell]);
  });
  return Array.from(occupied.places, (place, kind) => cells.get(nameOf(place, occupied.values, kind))!);
}
