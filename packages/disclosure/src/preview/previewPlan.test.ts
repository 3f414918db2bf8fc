import { expect, test } from 'vitest';
import { innerOf } from '../testing/organisations.ts';
import { previewPlan } from './previewPlan.ts';

const thresholds = { unit: 5, breakdown: 10, sensitive: 10 };
const plan = { dimensions: [{ categories: 3 }], crossed: [] };
const tree = { parent: Int32Array.of(-1, 0, 0, 0) };
const inner = innerOf([
  { unit: 1, values: [1], weight: 40 },
  { unit: 1, values: [2], weight: 30 },
  { unit: 2, values: [1], weight: 45 },
  { unit: 2, values: [2], weight: 4 },
  { unit: 2, values: [3], weight: 4 },
  { unit: 3, values: [1], weight: 6 },
]);

test('the preview counts what would be shown, per breakdown and level', () => {
  const { shares } = previewPlan(tree, plan, inner, thresholds);
  expect(shares.find(({ dimensions, level }) => dimensions.length === 0 && level === 1)).toEqual({
    dimensions: [],
    level: 1,
    groups: 3,
    shown: 3,
  });
  const cells = shares.filter(({ dimensions }) => dimensions.length === 1);
  expect(cells.map(({ level }) => level)).toEqual([0, 1]);
  for (const { groups, shown } of cells) expect(shown).toBeLessThanOrEqual(groups);
});

test('a unit of fewer than eight is proposed to be merged into the one above', () => {
  const { warnings } = previewPlan(tree, plan, inner, thresholds);
  expect(warnings).toContainEqual({ code: 'unit-too-small', unit: 3, people: 6, mergeInto: 0 });
});

test('a unit most of whose groups are too small for a cell is named with its numbers', () => {
  const { warnings } = previewPlan(tree, plan, inner, thresholds);
  expect(warnings).toContainEqual({ code: 'unit-too-small-for-breakdown', unit: 2, people: 53, groups: 3 });
});

test('a breakdown of which most cells would be hidden is named', () => {
  const thin = innerOf([1, 2, 3].map((value) => ({ unit: 0, values: [value], weight: value === 1 ? 50 : 3 })));
  const { warnings } = previewPlan({ parent: Int32Array.of(-1) }, plan, thin, thresholds);
  expect(warnings.map(({ code }) => code)).toContain('breakdown-mostly-hidden');
});
