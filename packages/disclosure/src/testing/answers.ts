import fc from 'fast-check';
import { protectQuestionChecking } from '../answers/protectQuestion.ts';
import type { ProtectedCell } from '../cells.ts';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import type { GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import { publishGroups } from '../patterns/publishGroups.ts';
import { cellsOfGroup, everyGroup, type Organisation, organisations, type Size } from './organisations.ts';
import type { World } from '../answers/worlds/world.ts';
import type { Seen } from './certainty.ts';

export interface Asked {
  readonly organisation: Organisation;
  readonly width: number;
  readonly sensitive: boolean;
  /** Of a hundred answers, how many are not what most of the cell say. */
  readonly mixed: number;
  readonly seed: number;
}

export function askedIn(size: Size): fc.Arbitrary<Asked> {
  return fc.record({
    organisation: organisations(size),
    width: fc.integer({ min: 2, max: 4 }),
    sensitive: fc.boolean(),
    mixed: fc.constantFrom(5, 25, 60),
    seed: fc.nat(),
  });
}

/** Answers per inner cell that lean towards one category, because that is where a release can go wrong. */
export function answersOf({ organisation: { inner }, width, mixed, seed }: Asked): number[][] {
  const chance = chanceFrom(seed);
  const common = chance(width);
  return Array.from(inner.weight, (people) => {
    const row = new Array<number>(width).fill(0);
    const usual = chance(3) === 0 ? chance(width) : common;
    for (let person = 0; person < people; person++) row[chance(100) < mixed ? chance(width) : usual]!++;
    return row;
  });
}

function countsOf(set: GroupSet, truth: readonly (readonly number[])[]): Uint32Array {
  const width = truth[0]!.length;
  const counts = new Uint32Array(set.groups.length * width);
  set.groups.forEach((_, group) => {
    for (const cell of cellsOfGroup(set, group)) {
      truth[cell]!.forEach((people, category) => (counts[group * width + category]! += people));
    }
  });
  return counts;
}

/** One question, asked and released. */
export function releasedOf(
  asked: Asked,
  off: Partial<EngineChecks> = {},
): Seen & { readonly cells: ProtectedCell[]; readonly set: GroupSet; readonly worlds: readonly World[] } {
  const { organisation, sensitive, width } = asked;
  const set = everyGroup(organisation);
  const thresholds = { unit: 5, breakdown: 5, sensitive: 8 };
  const patterns = publishGroups(set, organisation.inner, { thresholds, ledger: [], seed: 1 });
  const truth = answersOf(asked);
  const { cells, worlds } = protectQuestionChecking({ ...EVERY_CHECK, ...off }, set, patterns, {
    counts: countsOf(set, truth),
    truth: Uint32Array.from(truth.flat()),
    options: width - 1,
    k: sensitive ? 8 : 5,
    sensitive,
  });
  return {
    set,
    truth,
    sensitive,
    cells,
    worlds,
    shown: cells.map((cell, group) => ({ cell, cells: cellsOfGroup(set, group) })),
  };
}
