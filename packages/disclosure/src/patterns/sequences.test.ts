import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import { columnOf } from '../groups/columnOf.ts';
import type { Column, GroupSet, InnerCells } from '../groups/types.ts';
import { cellsOfGroup, everyGroup, organisations, TINY, type Organisation } from '../testing/organisations.ts';
import { isolatedCells } from '../testing/supports.ts';
import { publishGroupsChecking } from './publishGroups.ts';

// Trying every support takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const K = 5;
const numRuns = process.env.DANBAN_LONG === undefined ? 60 : 600;
const thresholds = { unit: K, breakdown: K, sensitive: 10 };
const tiny = fc.oneof(...TINY.slice(0, 3).map(organisations));

/** One release after another, each with what the ones before it showed; the attacker keeps everything. */
interface Step {
  readonly organisation: Organisation;
  /** Where each of its inner cells is among all. */
  readonly places: readonly number[];
  readonly columns: (set: GroupSet, shown: Uint8Array) => Column[];
}

function shownInAll(weight: readonly number[], steps: readonly Step[], checks: EngineChecks): number[][] {
  const ledger: Column[] = [];
  const seen: number[][] = [];
  for (const { organisation, places, columns } of steps) {
    const set = everyGroup(organisation);
    const options = { thresholds, ledger, seed: 1 };
    const { ordinary } = publishGroupsChecking(checks, set, organisation.inner, options);
    ordinary.forEach((bit, group) => bit === 1 && seen.push(cellsOfGroup(set, group).map((cell) => places[cell]!)));
    ledger.push(...columns(set, ordinary));
  }
  expect(seen.flat().every((cell) => cell < weight.length)).toBe(true);
  return seen;
}

function subset({ unit, values, batch, weight }: InnerCells, keep: readonly number[]): InnerCells {
  const width = values.length / unit.length;
  return {
    unit: Uint32Array.from(keep, (cell) => unit[cell]!),
    values: Uint8Array.from(keep.flatMap((cell) => [...values.subarray(cell * width, (cell + 1) * width)])),
    batch: Uint16Array.from(keep, (cell) => batch[cell]!),
    weight: Uint32Array.from(keep, (cell) => weight[cell]!),
  };
}

/** Some people answer after a first release. */
const late = fc
  .tuple(tiny, fc.array(fc.nat({ max: 3 }), { minLength: 24, maxLength: 24 }))
  .map(([organisation, draws]) => ({
    ...organisation,
    inner: {
      ...organisation.inner,
      batch: organisation.inner.batch.map((_, cell) => (draws[cell % 24] === 0 ? 1 : 0)),
    },
  }));

function isolatedLate(organisation: Organisation, checks = EVERY_CHECK): number[] | null {
  const { tree, inner } = organisation;
  const early = [...inner.unit.keys()].filter((cell) => inner.batch[cell] === 0);
  if (early.length === 0) return null;
  const shownBefore = (set: GroupSet, shown: Uint8Array): Column[] =>
    set.groups.flatMap((group, at) => (shown[at] === 1 ? [columnOf(tree, inner, group, 0, false)] : []));
  const weight = [...inner.weight];
  const steps = [
    { organisation: { ...organisation, inner: subset(inner, early) }, places: early, columns: shownBefore },
    { organisation, places: [...inner.unit.keys()], columns: () => [] },
  ];
  return isolatedCells({ weight, shown: shownInAll(weight, steps, checks) }, K);
}

test('an interim and a final release together isolate nobody, though some came in between', () => {
  fc.assert(
    fc.property(late, (organisation) => {
      expect(isolatedLate(organisation)).toBeNull();
    }),
    { numRuns },
  );
});

/** Some inner cells move to another unit between two surveys of the same people. */
const moved = fc
  .tuple(tiny, fc.array(fc.nat({ max: 20 }), { minLength: 24, maxLength: 24 }))
  .map(([organisation, draws]) => {
    const units = organisation.tree.parent.length;
    const unit = organisation.inner.unit.map((at, cell) =>
      draws[cell % 24]! < 3 ? draws[(cell + 1) % 24]! % units : at,
    );
    return { before: organisation, after: { ...organisation, inner: { ...organisation.inner, unit } } };
  });

function isolatedMoved({ before, after }: { before: Organisation; after: Organisation }, checks = EVERY_CHECK) {
  const shownBefore = (set: GroupSet, shown: Uint8Array): Column[] =>
    set.groups.flatMap((group, at) => (shown[at] === 1 ? [columnOf(before.tree, before.inner, group, 0, false)] : []));
  const places = [...before.inner.unit.keys()];
  const weight = [...before.inner.weight];
  const steps = [
    { organisation: before, places, columns: shownBefore },
    { organisation: after, places, columns: () => [] },
  ];
  return isolatedCells({ weight, shown: shownInAll(weight, steps, checks) }, K);
}

test('releases before and after a reorganisation together isolate nobody', () => {
  fc.assert(
    fc.property(moved, (both) => {
      expect(isolatedMoved(both)).toBeNull();
    }),
    { numRuns },
  );
});

test('an engine without ledger isolates someone, by a late batch and by a reorganisation', () => {
  const checks = { ...EVERY_CHECK, ledger: false };
  const sample = { seed: 20_240_601, numRuns: 200 };
  expect(fc.sample(late, sample).some((one) => isolatedLate(one, checks) !== null)).toBe(true);
  expect(fc.sample(moved, sample).some((one) => isolatedMoved(one, checks) !== null)).toBe(true);
});
