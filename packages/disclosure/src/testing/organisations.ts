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
}

/** Organisations with two dimensions of one or two categories, leaning towards cells with few people. */
export function organisations({ units, cells, people }: Size): fc.Arbitrary<Organisation> {
  const cell = fc.record({
    unit: fc.nat({ max: 1000 }),
    first: fc.nat({ max: 2 }),
    second: fc.nat({ max: 1 }),
    weight: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: people })),
  });
  return fc
    .record({
      ups: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: units }),
      list: fc.array(cell, { minLength: 2, maxLength: cells }),
      crossed: fc.boolean(),
    })
    .map(({ ups, list, crossed }) => {
      const parent = Int32Array.from(ups, (up, unit) => (unit === 0 ? -1 : up % unit));
      return {
        tree: { parent },
        plan: { dimensions: [{ categories: 2 }, { categories: 1 }], crossed: crossed ? [[0, 1] as const] : [] },
        inner: innerOf(
          list.map((one) => ({ unit: one.unit % ups.length, values: [one.first, one.second], weight: one.weight })),
        ),
      };
    });
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
