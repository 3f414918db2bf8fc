import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import { cellsOfGroup, everyGroup, organisations, worldOf, type Organisation } from '../testing/organisations.ts';
import { isComputable } from '../testing/supports.ts';
import { publishGroupsChecking } from './publishGroups.ts';

// Trying every support takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const SEED = { seed: 20_240_601, numRuns: 1500 };
const tiny = organisations({ units: 5, cells: 14, people: 12 });

function shownBy(checks: EngineChecks, organisation: Organisation) {
  const set = everyGroup(organisation);
  const thresholds = { unit: 5, breakdown: 7, sensitive: 10 };
  const { ordinary } = publishGroupsChecking(checks, set, organisation.inner, { thresholds, ledger: [], seed: 1 });
  return { set, world: worldOf(set, ordinary) };
}

test('an engine without declaredGroups makes a small group computable', () => {
  const checks = { ...EVERY_CHECK, declaredGroups: false };
  const isBad = (one: Organisation): boolean => {
    const { set, world } = shownBy(checks, one);
    return set.groups.some(
      ({ by }, group) =>
        by.length > 0 && set.n[group]! > 0 && set.n[group]! < 7 && isComputable(world, cellsOfGroup(set, group)),
    );
  };
  expect(fc.sample(tiny, SEED).some(isBad)).toBe(true);
});
