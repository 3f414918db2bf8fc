import type { InnerCells } from '@danban/disclosure';

/** A criterion of the plan where the packed answers have it: which byte, and how many categories beside "no answer". */
export interface CriterionColumn {
  index: number;
  categories: number;
}

/** How many people of one place gave one answer to each criterion; cell after cell, `values` as many as there are criteria. */
export interface Occupied {
  places: Uint32Array;
  values: Uint8Array;
  people: Uint32Array;
}

/** What one release counted for the first time. */
export interface Batch extends Occupied {
  release: number;
}

/** The packed answers of people of one place, one after the other: none at all where nothing is counted but people. */
export interface Sheets {
  unit: number;
  people: number;
  packed: Uint8Array;
}

export interface InnerCounter {
  add(sheets: Sheets): void;
  /** In the order of places, then of values: the same answers make the same cells. */
  occupied(): Occupied;
}

/** What the sheet at `row` answers to the criteria, as one number behind `place`; the last criterion turns fastest. */
export function keyOf(criteria: readonly CriterionColumn[], packed: Uint8Array, row: number, place: number): number {
  let key = place;
  for (const { index, categories } of criteria) key = key * (categories + 1) + packed[row + index]!;
  return key;
}

/** Counts inner cells: people of one place with the same criteria. `width`: bytes of one packed answer sheet. */
export function innerCounter(width: number, criteria: readonly CriterionColumn[]): InnerCounter {
  const counted = new Map<number, number>();
  const perPlace = criteria.reduce((product, { categories }) => product * (categories + 1), 1);
  return {
    add({ unit, people, packed }) {
      for (let sheet = 0; sheet < people; sheet++) {
        const row = sheet * width;
        const key = keyOf(criteria, packed, row, unit);
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    },
    occupied() {
      const keys = Float64Array.from(counted.keys()).sort();
      const cells = emptyCells(keys.length, criteria.length);
      keys.forEach((key, cell) => {
        cells.places[cell] = Math.floor(key / perPlace);
        cells.people[cell] = counted.get(key)!;
        writeValues(cells.values, cell, key, criteria);
      });
      return cells;
    },
  };
}

function emptyCells(cells: number, criteria: number): Occupied {
  return {
    places: new Uint32Array(cells),
    values: new Uint8Array(cells * criteria),
    people: new Uint32Array(cells),
  };
}

/** The last criterion turns fastest. */
function writeValues(values: Uint8Array, cell: number, key: number, criteria: readonly CriterionColumn[]): void {
  let rest = key;
  for (let at = criteria.length - 1; at >= 0; at--) {
    const radix = criteria[at]!.categories + 1;
    values[cell * criteria.length + at] = rest % radix;
    rest = Math.floor(rest / radix);
  }
}

/** What was counted before is not there any more: sheets are only ever added, so the ledger is of another urn. */
export class LedgerBroken extends Error {}

/**
 * Everybody by the release that counted them first: what earlier releases counted, and of today's cells what is more than
 * that. Nothing in the urn says in which flush a sheet came out of it.
 */
export function inBatches(now: Occupied, earlier: readonly Batch[], release: number): InnerCells & { fresh: Batch } {
  const fresh = { release, ...withoutKnown(now, earlier) };
  const all = [...earlier, fresh];
  const sizes = all.map(({ people }) => people.length);
  return {
    unit: joined(
      Uint32Array,
      all.map(({ places }) => places),
    ),
    values: joined(
      Uint8Array,
      all.map(({ values }) => values),
    ),
    weight: joined(
      Uint32Array,
      all.map(({ people }) => people),
    ),
    batch: joined(
      Uint16Array,
      all.map((batch, at) => new Uint16Array(sizes[at]!).fill(batch.release)),
    ),
    fresh,
  };
}

function withoutKnown(now: Occupied, earlier: readonly Batch[]): Occupied {
  const known = new Map<string, number>();
  for (const batch of earlier) {
    batch.people.forEach((people, cell) => {
      const name = nameOf(batch, cell);
      known.set(name, (known.get(name) ?? 0) + people);
    });
  }
  const left = now.people.map((people, cell) => {
    const name = nameOf(now, cell);
    const before = known.get(name) ?? 0;
    known.delete(name);
    if (before > people) throw new LedgerBroken('fewer people than were counted before');
    return people - before;
  });
  if (known.size > 0) throw new LedgerBroken('people are gone who were counted before');
  return occupiedOnly({ ...now, people: left });
}

function nameOf({ places, values, people }: Occupied, cell: number): string {
  const width = people.length === 0 ? 0 : values.length / people.length;
  return `${places[cell]} ${values.subarray(cell * width, (cell + 1) * width).join(' ')}`;
}

function occupiedOnly({ places, values, people }: Occupied): Occupied {
  const width = people.length === 0 ? 0 : values.length / people.length;
  const isKept = (_: number, cell: number) => people[cell]! > 0;
  return {
    places: places.filter(isKept),
    values: values.filter((_, at) => people[Math.floor(at / width)]! > 0),
    people: people.filter(isKept),
  };
}

type Typed = Uint8Array | Uint16Array | Uint32Array;

function joined<T extends Typed>(Kind: new (length: number) => T, parts: readonly T[]): T {
  const all = new Kind(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
