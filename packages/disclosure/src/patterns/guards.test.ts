import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { EVERY_CHECK, type EngineChecks } from '../checks.ts';
import { cellsOfGroup, everyGroup, organisations, TINY, worldOf, type Organisation } from '../testing/organisations.ts';
import { isComputable, isolatedCells } from '../testing/supports.ts';
import { eachNestedPair } from './nested.ts';
import { publishGroupsChecking } from './publishGroups.ts';

// Trying every support takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const K = 5;
const SEED = { seed: 20_240_601, numRuns: 400 };
const persons = fc.sample(organisations(TINY[3]!), SEED);
const teams = fc.sample(organisations(TINY[2]!), SEED);

function shownBy(off: Partial<EngineChecks>, organisation: Organisation) {
  const set = everyGroup(organisation);
  const options = { thresholds: { unit: K, breakdown: K, sensitive: 10 }, ledger: [], seed: 1 };
  const { ordinary } = publishGroupsChecking({ ...EVERY_CHECK, ...off }, set, organisation.inner, options);
  return { set, ordinary };
}

/** Only what the check changes can be its fault, and is cheap to look through. */
function isolatesSomeone(off: Partial<EngineChecks>, against: Partial<EngineChecks>): boolean {
  return persons.some((one) => {
    const { set, ordinary } = shownBy(off, one);
    const { ordinary: expected } = shownBy(against, one);
    if (ordinary.every((shown, group) => shown === expected[group])) return false;
    return isolatedCells(worldOf(set, ordinary), K) !== null;
  });
}

test('an engine without audit isolates someone', () => {
  expect(isolatesSomeone({ audit: false }, {})).toBe(true);
});

test('an audit that does not try every combination isolates someone without randomPivots, and nobody with them', () => {
  expect(isolatesSomeone({ everyCombination: false, randomPivots: false }, {})).toBe(true);
  expect(isolatesSomeone({ everyCombination: false }, {})).toBe(false);
});

function hasSmallDifference(off: Partial<EngineChecks>): boolean {
  return [...persons, ...teams].some((one) => {
    const { set, ordinary } = shownBy(off, one);
    let isSmall = false;
    eachNestedPair(set, (outer, inner) => {
      const people = set.n[outer]! - set.n[inner]!;
      if (ordinary[outer] === 1 && ordinary[inner] === 1 && people > 0 && people < K) isSmall = true;
    });
    return isSmall;
  });
}

test('an engine without nestedDifferences shows groups that differ by a few, even before any audit', () => {
  expect(hasSmallDifference({ audit: false })).toBe(false);
  expect(hasSmallDifference({ audit: false, nestedDifferences: false })).toBe(true);
});

test('an engine without declaredGroups makes a small group computable', () => {
  const isBad = (one: Organisation): boolean => {
    const set = everyGroup(one);
    const options = { thresholds: { unit: K, breakdown: 10, sensitive: 10 }, ledger: [], seed: 1 };
    const checks = { ...EVERY_CHECK, declaredGroups: false };
    const world = worldOf(set, publishGroupsChecking(checks, set, one.inner, options).ordinary);
    const isSmall = (group: number): boolean => set.n[group]! > 0 && set.n[group]! < 10;
    return set.groups.some(
      ({ by }, group) => by.length > 0 && isSmall(group) && isComputable(world, cellsOfGroup(set, group)),
    );
  };
  expect(fc.sample(organisations(TINY[0]!), SEED).some(isBad)).toBe(true);
});
