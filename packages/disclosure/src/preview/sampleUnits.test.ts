import { expect, test } from 'vitest';
import { subtreeTotals } from '../tree.ts';
import { sampleUnits } from './sampleUnits.ts';

/** Sixty provinces of sixty units each under one top. */
const parent = Int32Array.from({ length: 1 + 60 + 3600 }, (_, unit) =>
  unit === 0 ? -1 : unit <= 60 ? 0 : 1 + ((unit - 61) % 60),
);
const people = Uint32Array.from(parent, (_, unit) => (unit > 60 ? 10 + (unit % 40) : 0));

test('a large organisation is looked at in whole branches, and the totals above them stay', () => {
  const sample = sampleUnits({ parent }, people, 480);
  expect(sample.tree.parent.length).toBeLessThan(520);
  const totals = subtreeTotals({ parent }, people, 1);
  const found = subtreeTotals(sample.tree, sample.people, 1);
  sample.unit.forEach((unit, at) => {
    if (unit >= 0) expect(found[at]).toBe(totals[unit]);
  });
  const all = sample.standsFor.reduce((sum, each) => sum + each, 0);
  expect(Math.round(all)).toBe(parent.length);
});

test('what is small enough stays as it is', () => {
  const sample = sampleUnits({ parent: Int32Array.of(-1, 0, 0, 1) }, Uint32Array.of(0, 0, 7, 9), 480);
  expect([...sample.unit]).toEqual([0, 1, 2, 3]);
  expect([...sample.tree.parent]).toEqual([-1, 0, 0, 1]);
  expect([...sample.standsFor]).toEqual([1, 1, 1, 1]);
});
