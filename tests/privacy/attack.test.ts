import { beforeAll, describe, expect, test } from 'vitest';
import { byChance } from '../attack/chance.ts';
import { attackAll, type Verdict } from '../attack/verdict.ts';

/** Enough for two flushes of 35 before the close; `npm run attack` takes three hundred. */
const people = 120;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await attackAll(people);
});

test('nobody with tables, pages, log, backups and what could be asked links people better than by guessing', () => {
  const better = verdicts.filter(({ linked, chance }) => linked > chance + 6 * Math.sqrt(chance) + 6);
  expect(better).toEqual([]);
  expect(verdicts.filter(({ holds }) => !holds)).toEqual([]);
});

test('each of these looks finds most people in a design that leaks', () => {
  expect(verdicts.map(({ name, canary }) => [name, canary > 0.5 * people])).toEqual(
    verdicts.map(({ name }) => [name, true]),
  );
});

describe('by guessing', () => {
  test('none or more is certain, all of many is next to impossible', () => {
    const chances = Array.from({ length: 100 }, () => 0.01);
    expect(byChance(chances, 0)).toBeCloseTo(1, 12);
    expect(byChance(chances, 1)).toBeCloseTo(1 - 0.99 ** 100, 12);
    expect(byChance(chances, 100)).toBeLessThan(1e-190);
  });
});
