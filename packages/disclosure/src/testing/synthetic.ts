import type { InnerCells, ReleasePlan } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import type { UnitTree } from '../tree.ts';

export interface Shape {
  /** How many units each unit of a level has below it, from the top. */
  readonly fan: readonly number[];
  /** People of a smallest and of a largest team; most are nearer to the smallest. */
  readonly least: number;
  readonly most: number;
  readonly plan: ReleasePlan;
  readonly seed: number;
}

/** A large organisation: people in its lowest units, dimensions with one common value and a few rare ones. */
export function syntheticOrganisation({ fan, least, most, plan, seed }: Shape): { tree: UnitTree; inner: InnerCells } {
  const chance = chanceFrom(seed);
  const parent: number[] = [-1];
  let level = [0];
  for (const below of fan) {
    level = level.flatMap((unit) => Array.from({ length: below }, () => parent.push(unit) - 1));
  }
  const cells: { unit: number; values: number[]; weight: number }[] = [];
  for (const unit of level) {
    const size = least + Math.floor(((most - least) * chance(1_000) * chance(1_000)) / 1_000_000);
    const counts = new Map<string, { unit: number; values: number[]; weight: number }>();
    for (let person = 0; person < size; person++) {
      const values = plan.dimensions.map(({ categories }) => valueOf(categories, chance));
      const key = values.join();
      const cell = counts.get(key);
      if (cell) cell.weight++;
      else counts.set(key, { unit, values, weight: 1 });
    }
    cells.push(...counts.values());
  }
  return {
    tree: { parent: Int32Array.from(parent) },
    inner: {
      unit: Uint32Array.from(cells, ({ unit }) => unit),
      values: Uint8Array.from(cells.flatMap(({ values }) => values)),
      batch: new Uint16Array(cells.length),
      weight: Uint32Array.from(cells, ({ weight }) => weight),
    },
  };
}

function valueOf(categories: number, chance: (below: number) => number): number {
  if (chance(50) === 0) return 0;
  return 1 + Math.floor((categories * chance(1_000) * (500 + chance(500))) / 1_000_000);
}
