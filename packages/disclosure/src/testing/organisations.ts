import fc from 'fast-check';
import { groupsOnLadder } from '../groups/groupsOf.ts';
import type { GroupSet, InnerCells, ReleasePlan } from '../groups/types.ts';
import type { UnitTree } from '../tree.ts';

/** A small organisation, and what its people are. */
export interface Organisation {
  readonly tree: UnitTree;
  readonly plan: ReleasePlan;
  readonly inner: InnerCells;
}

/** Every breakdown of every unit, however small: more to get wrong than the ladder allows. */
const NO_LADDER = { oneDimension: 0, allDimensions: 0, crossed: 0 };

export interface Size {
  readonly units: number;
  readonly cells: number;
  readonly people: number;
  /** Categories of each dimension. */
  readonly dimensions: readonly number[];
  readonly crossed: boolean;
}

/** Five shapes in which different things go wrong: deep trees, single people, many categories, many pairs. */
export const TINY: readonly Size[] = [
  { units: 5, cells: 16, people: 12, dimensions: [2, 1], crossed: false },
  { units: 5, cells: 18, people: 4, dimensions: [2, 1], crossed: true },
  { units: 3, cells: 20, people: 2, dimensions: [2, 2, 1], crossed: false },
  { units: 1, cells: 20, people: 1, dimensions: [2, 2, 1], crossed: true },
  { units: 2, cells: 18, people: 6, dimensions: [3, 2], crossed: true },
];

/** Small organisations, leaning towards cells with few people. */
export function organisations({ units, cells, people, dimensions, crossed }: Size): fc.Arbitrary<Organisation> {
  const few = fc.integer({ min: 1, max: Math.min(people, 4) });
  const cell = fc.record({
    unit: fc.nat({ max: 1000 }),
    values: fc.tuple(...dimensions.map((categories) => fc.nat({ max: categories }))),
    weight: fc.oneof(few, fc.integer({ min: 1, max: people })),
  });
  const pairs = dimensions.flatMap((_, a) => dimensions.flatMap((__, b) => (a < b ? [[a, b] as const] : [])));
  return fc
    .record({
      ups: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: units }),
      list: fc.array(cell, { minLength: Math.ceil(cells / 2), maxLength: cells }),
    })
    .map(({ ups, list }) => ({
      tree: { parent: Int32Array.from(ups, (up, unit) => (unit === 0 ? -1 : up % unit)) },
      plan: { dimensions: dimensions.map((categories) => ({ categories })), crossed: crossed ? pairs : [] },
      inner: innerOf(list.map((one) => ({ ...one, unit: one.unit % ups.length }))),
    }));
}

export interface Cell {
  readonly unit: number;
  readonly values: readonly number[];
  readonly weight: number;
  readonly batch?: number;
}

export function innerOf(cells: readonly Cell[]): InnerCells {
  return {
    unit: Uint32Array.from(cells, ({ unit }) => unit),
    values: Uint8Array.from(cells.flatMap(({ values }) => values)),
    batch: Uint16Array.from(cells, ({ batch }) => batch ?? 0),
    weight: Uint32Array.from(cells, ({ weight }) => weight),
  };
}

export function everyGroup({ tree, plan, inner }: Organisation): GroupSet {
  return groupsOnLadder(NO_LADDER, tree, plan, inner);
}

export function cellsOfGroup({ start, cells }: GroupSet, group: number): number[] {
  return [...cells.subarray(start[group], start[group + 1])];
}

/** What a pattern shows, for checkers that know nothing of the engine. */
export function worldOf(set: GroupSet, pattern: Uint8Array): { weight: number[]; shown: number[][] } {
  const shown = [...pattern].flatMap((bit, group) => (bit === 1 ? [cellsOfGroup(set, group)] : []));
  return { weight: [...set.inner.weight], shown };
}
