import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ALL_CHECKS, type Checks } from './checks.ts';
import { smallestIsolated } from './testing/spans.ts';
import { tableOf, tallTable, tinyTable, tinyTree, totalsOf, type Sample } from './testing/samples.ts';
import { certainNodes } from './testing/worlds.ts';

// Thinking through every world takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const K = 5;
const SEED = { seed: 20_240_601, numRuns: 2000 };

function isolatesSomeone(checks: Checks): boolean {
  return fc.sample(tinyTree, SEED).some(({ parent, people }) => {
    return smallestIsolated(parent, people, totalsOf(parent, people, K, checks), K) !== null;
  });
}

function tellsSomeone(samples: Sample[], checks: Checks): boolean {
  return samples.some((sample) => certainNodes({ ...sample, shown: tableOf(sample, checks) }).length > 0);
}

test.each(['ownRemainder', 'ancestorRemainder'] as const)('an engine without %s isolates someone', (check) => {
  expect(isolatesSomeone({ ...ALL_CHECKS, [check]: false })).toBe(true);
});

test.each(['concentration', 'tableRemainder', 'bandRoom'] as const)(
  'an engine without %s makes an answer certain',
  (check) => expect(tellsSomeone(fc.sample(tinyTable, SEED), { ...ALL_CHECKS, [check]: false })).toBe(true),
);

test('an engine without capacity makes an answer certain', () => {
  expect(tellsSomeone(fc.sample(tallTable, SEED), { ...ALL_CHECKS, capacity: false })).toBe(true);
});

test('an engine without bandCategory makes an answer certain', () => {
  // A band on "no" over 5 people uses up the 4 differing answers that the band on "yes" over all 200 leaves open.
  const sample = {
    parent: [-1, 0, 0],
    truth: [
      [0, 0],
      [0, 195],
      [4, 1],
    ],
    k: K,
    sensitive: false,
  };
  expect(tellsSomeone([sample], ALL_CHECKS)).toBe(false);
  expect(tellsSomeone([sample], { ...ALL_CHECKS, bandCategory: false })).toBe(true);
});
