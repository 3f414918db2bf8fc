import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { ProtectedCell } from '../cells.ts';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { columnOf } from '../groups/columnOf.ts';
import type { GroupSet } from '../groups/types.ts';
import { chanceFrom } from '../ledger/chance.ts';
import { publishGroups } from '../patterns/publishGroups.ts';
import { certainCells } from '../testing/certainty.ts';
import { type Cell, cellsOfGroup, everyGroup, innerOf, organisations, TINY } from '../testing/organisations.ts';
import { protectQuestionChecking, type ProvenTable } from './protectQuestion.ts';
import type { ShownBefore } from './shownBefore.ts';

// Programs for every answer that could be certain take seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const numRuns = process.env.DANBAN_LONG === undefined ? 60 : 800;
const K = 5;
const thresholds = { unit: K, breakdown: K, sensitive: 8 };

const asked = fc.record({
  organisation: fc.oneof(...TINY.slice(0, 3).map(organisations)),
  width: fc.integer({ min: 2, max: 4 }),
  mixed: fc.constantFrom(5, 15, 40, 70),
  seed: fc.nat(),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

/** People who were there at a first release, and those who came after it; answers of each cell, leaning one way. */
function inTwo({ organisation: { inner, plan }, width, mixed, seed }: Asked) {
  const chance = chanceFrom(seed);
  const many = plan.dimensions.length;
  const early: Cell[] = [];
  const late: Cell[] = [];
  inner.weight.forEach((weight, cell) => {
    const values = [...inner.values.subarray(cell * many, (cell + 1) * many)];
    const first = chance(3) === 0 ? chance(weight + 1) : weight * chance(2);
    if (first > 0) early.push({ unit: inner.unit[cell]!, values, weight: first, batch: 1 });
    if (first < weight) late.push({ unit: inner.unit[cell]!, values, weight: weight - first, batch: 2 });
  });
  const common = chance(width);
  const truth = [...early, ...late].map(({ weight }) => {
    const row = new Array<number>(width).fill(0);
    for (let person = 0; person < weight; person++) row[chance(100) < mixed ? chance(width) : common]!++;
    return row;
  });
  return { early, late, truth };
}

/** Nobody knows which people of one kind answered what before: all that is known are their answers together. */
function dealtAnew(cells: readonly Cell[], truth: readonly (readonly number[])[]): number[][] {
  const kind = ({ unit, values }: Cell): string => `${unit} ${values.join(' ')}`;
  const left = new Map<string, number[]>();
  cells.forEach((cell, at) => {
    const known = left.get(kind(cell)) ?? truth[at]!.map(() => 0);
    left.set(
      kind(cell),
      known.map((people, category) => people + truth[at]![category]!),
    );
  });
  return cells.map((cell) => {
    const of = left.get(kind(cell))!;
    let people = cell.weight;
    return of.map((all, category) => {
      const some = Math.min(people, all);
      people -= some;
      of[category]! -= some;
      return some;
    });
  });
}

function released(
  set: GroupSet,
  truth: readonly (readonly number[])[],
  known: readonly (readonly number[])[],
  {
    columns,
    earlier,
    checks,
  }: { columns: readonly ShownBefore['column'][]; earlier: ShownBefore[]; checks: EngineChecks },
) {
  const { ordinary, sensitive } = publishGroups(set, set.inner, { thresholds, ledger: columns, seed: 1 });
  const width = truth[0]!.length;
  const counts = new Uint32Array(set.groups.length * width);
  set.groups.forEach((_, group) => {
    for (const cell of cellsOfGroup(set, group)) {
      truth[cell]!.forEach((people, category) => (counts[group * width + category]! += people));
    }
  });
  const table = { counts, truth: Uint32Array.from(known.flat()), options: width - 1, k: K, sensitive: false, earlier };
  const proven: ProvenTable = protectQuestionChecking(checks, set, { ordinary, sensitive }, table);
  if (checks === EVERY_CHECK) {
    expect(() => auditRelease(set, [{ ...table, ...proven, breakdown: K }], 1)).not.toThrow();
  }
  return { ordinary, cells: proven.cells };
}

/** Both releases, as one reader keeps them; the second with what it is told of the first. */
function seenBy(one: Asked, checks = EVERY_CHECK, remember = (told: ShownBefore[]) => told) {
  const { early, late, truth } = inTwo(one);
  if (early.length === 0) return null;
  const { tree, plan } = one.organisation;
  const first = everyGroup({ tree, plan, inner: innerOf(early) });
  const second = everyGroup({ tree, plan, inner: innerOf([...early, ...late]) });
  const before = truth.slice(0, early.length);
  const interim = released(first, before, before, { columns: [], earlier: [], checks });
  const columns = first.groups.map((group) => columnOf(tree, second.inner, group, 1, false));
  const told = interim.cells.flatMap((cell, group): ShownBefore[] => {
    if (cell.kind === 'protected') return [];
    const column = columns[group]!;
    return [cell.kind === 'exact' ? { column, counts: cell.counts } : { column, option: cell.option }];
  });
  const final = released(second, truth, dealtAnew([...early, ...late], truth), {
    columns: columns.filter((_, group) => interim.ordinary[group] === 1),
    earlier: remember(told),
    checks,
  });
  const shownIn = (set: GroupSet, cells: readonly ProtectedCell[]) =>
    cells.map((cell, group) => ({ cell, cells: cellsOfGroup(set, group) }));
  return {
    final,
    seen: { truth, sensitive: false, shown: [...shownIn(first, interim.cells), ...shownIn(second, final.cells)] },
  };
}

test('from two releases of one question together no answer is certain, in whole numbers', () => {
  let exact = 0;
  fc.assert(
    fc.property(asked, (one) => {
      const both = seenBy(one);
      if (!both) return;
      exact += both.final.cells.filter(({ kind }) => kind === 'exact').length;
      expect(certainCells(both.seen)).toEqual([]);
    }),
    { numRuns },
  );
  expect(exact).toBeGreaterThan(numRuns / 2);
});

const tried = fc.sample(asked, { seed: 20_240_601, numRuns: 200 });
const isSomebodyCertain = (...how: [EngineChecks?, ((told: ShownBefore[]) => ShownBefore[])?]): boolean =>
  tried.some((one) => {
    const both = seenBy(one, ...how);
    return both !== null && certainCells(both.seen).length > 0;
  });

test('an engine without certainty makes an answer certain over two releases', () => {
  expect(isSomebodyCertain({ ...EVERY_CHECK, certainty: false })).toBe(true);
});

test('who forgets the counts of an earlier release makes an answer certain, and so does who forgets its bands', () => {
  expect(isSomebodyCertain(EVERY_CHECK, (told) => told.filter((one) => !('counts' in one)))).toBe(true);
  expect(isSomebodyCertain(EVERY_CHECK, (told) => told.filter((one) => 'counts' in one))).toBe(true);
});
