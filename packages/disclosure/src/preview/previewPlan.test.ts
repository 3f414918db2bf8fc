import { expect, test } from 'vitest';
import { previewPlan } from './previewPlan.ts';

const thresholds = { unit: 5, breakdown: 10, sensitive: 10 };
const plan = { dimensions: [{ categories: 3 }], crossed: [] };
const one = { parent: Int32Array.of(-1) };
/** Units below one top, of so many each. */
const flat = (...people: number[]) => ({
  tree: { parent: Int32Array.from([-1, ...people.map(() => 0)]) },
  people: Uint32Array.from([0, ...people]),
});
const three = { ...flat(70, 53, 6), plan, thresholds, shares: [[0, 60, 30, 10]] };
const codesOf = (found: ReturnType<typeof previewPlan>) => found.warnings.map(({ code }) => code);

test('the preview counts what would be shown, per breakdown and level', () => {
  const { shares, own } = previewPlan(three);
  expect(shares.slice(0, 2)).toEqual([
    { dimensions: [], level: 0, groups: 1, shown: 1 },
    { dimensions: [], level: 1, groups: 3, shown: 3 },
  ]);
  expect(own).toEqual({ people: 129, shown: 129 });
});

test('groups of units too small to be broken down count as groups that are not shown', () => {
  const cells = previewPlan(three).shares.filter(({ dimensions }) => dimensions.length === 1);
  expect(cells.map(({ level, groups }) => [level, groups])).toEqual([
    [0, 3],
    [1, 9],
  ]);
  expect(cells[1]!.shown).toBeLessThanOrEqual(6);
});

test('units of fewer than eight are counted, and proposed to be merged', () => {
  expect(previewPlan(three).warnings).toContainEqual({ code: 'units-too-small', units: 1, of: 3, fewest: 8 });
});

test('fourteen people in three groups: no group is shown, and the reason is the size of the unit', () => {
  const few = { tree: one, plan, thresholds, people: Uint32Array.of(14), shares: [[0, 40, 30, 30]] };
  const { shares, warnings } = previewPlan(few);
  expect(shares.at(-1)).toEqual({ dimensions: [0], level: 0, groups: 3, shown: 0 });
  expect(warnings).toContainEqual({ code: 'breakdown-never-shown', dimensions: [0], people: 14, groups: 3, least: 50 });
});

test('a second criterion needs a larger unit than the first, a pair of them a much larger one', () => {
  const two = { dimensions: [{ categories: 2 }, { categories: 2 }], crossed: [[0, 1] as const] };
  const shares = [
    [0, 50, 50],
    [0, 50, 50],
  ];
  const shownFor = (people: number) =>
    previewPlan({ tree: one, plan: two, thresholds, people: Uint32Array.of(people), shares }).shares.map(
      (share) => share.shown,
    );
  expect(shownFor(60)).toEqual([1, 2, 0, 0]);
  expect(shownFor(400)).toEqual([1, 2, 2, 0]);
  expect(shownFor(1200)).toEqual([1, 2, 2, 4]);
});

test('a category of too few in all units together is named', () => {
  const thin = { tree: one, plan, thresholds, people: Uint32Array.of(120), shares: [[0, 60, 36, 4]] };
  const small = { code: 'category-too-small', dimension: 0, category: 3, people: 5, least: 10 };
  expect(previewPlan(thin).warnings).toContainEqual(small);
});

test('a breakdown most of whose groups are hidden says whether units are too small or groups are', () => {
  const because = (people: number, shares: number[]) =>
    previewPlan({ ...flat(...new Array<number>(8).fill(people)), plan, thresholds, shares: [shares] }).warnings.find(
      ({ code }) => code === 'breakdown-mostly-hidden',
    );
  expect(because(30, [0, 40, 30, 30])).toMatchObject({ because: 'units', shown: 3, groups: 27 });
  expect(because(60, [0, 86, 7, 7])).toMatchObject({ because: 'groups' });
});

test('where nearly everybody is of one category nothing is told apart, and no second warning says so', () => {
  const alike = previewPlan({ tree: one, plan, thresholds, people: Uint32Array.of(200), shares: [[0, 99, 1, 0]] });
  expect(alike.warnings).toEqual([{ code: 'one-category', dimension: 0, category: 1 }]);
  expect(alike.shares.at(-1)).toMatchObject({ shown: 0 });
});

test('where most people’s own units stay hidden that is said', () => {
  const none = { dimensions: [], crossed: [] };
  expect(codesOf(previewPlan({ ...flat(3, 3, 3, 3, 3, 3), plan: none, thresholds, shares: [] }))).toEqual([
    'units-too-small',
    'own-unit-rarely-shown',
  ]);
});

test('a sample tells of as many units as it stands for', () => {
  const standsFor = Float64Array.of(1, 10, 10, 10);
  const { shares, own, warnings } = previewPlan({ ...three, standsFor });
  expect(shares[1]).toEqual({ dimensions: [], level: 1, groups: 30, shown: 30 });
  expect(own.people).toBe(1290);
  expect(warnings).toContainEqual({ code: 'units-too-small', units: 10, of: 30, fewest: 8 });
});
