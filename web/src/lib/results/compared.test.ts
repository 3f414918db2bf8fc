import { describe, expect, test } from 'vitest';
import type { CellView, ReleasePage } from '@danban/contract';
import { comparedBars, comparisonOf, type ComparedTable } from './compared.ts';

const options = [
  { label: { vi: 'Không hài lòng' }, score: 1 },
  { label: { vi: 'Hài lòng', en: 'Satisfied' }, score: 2 },
];
const exact: CellView = { kind: 'exact', n: 12, counts: [2, 4, 6], mean: null };
const silent: CellView = { kind: 'protected' };
const scale: Pick<ComparedTable, 'type' | 'table'> = { type: 'scale', table: { label: null, options } };
const rows = (...cells: CellView[]) => cells.map((cell, at) => ({ label: `U${at}`, cell }));

describe('rows side by side', () => {
  test('every option is a series, its parts shares of those who answered the question', () => {
    const bars = comparedBars('vi', scale, rows(exact, exact));
    const shares = bars?.series.map(({ label, tone, parts }) => [label, tone, Math.round(parts[0]!)]);
    expect(shares).toEqual([
      ['Không hài lòng', 1, 40],
      ['Hài lòng', 5, 60],
    ]);
  });

  test('what is protected has no bar, rather than one of no length', () => {
    expect(comparedBars('vi', scale, rows(exact, silent, exact))?.labels).toEqual(['U0', 'U2']);
    expect(comparedBars('vi', scale, rows(exact, silent, silent))).toBeNull();
  });

  test('one option, or more rows than an eye can compare, is left to the table', () => {
    const one = { ...scale, table: { label: null, options: options.slice(0, 1) } };
    expect(comparedBars('vi', one, rows(exact, exact))).toBeNull();
    expect(comparedBars('vi', scale, rows(...Array.from({ length: 60 }, () => exact)))).toBeNull();
  });

  test('labels are in the language of the page, in Vietnamese where there is no other', () => {
    const labels = comparedBars('en', scale, rows(exact, exact))?.series.map(({ label }) => label);
    expect(labels).toEqual(['Không hài lòng', 'Satisfied']);
  });
});

const unit = { id: 'u', own: false, participation: { kind: 'unknown' as const }, children: 0 };
const question = { type: 'single', text: { vi: '?' }, headline: false, motto: [], sensitive: false };
const page = {
  plan: {
    breakdowns: [{ question: 'q1', number: 1, text: { vi: 'Cấp?' }, options: [{ vi: 'A' }, { vi: 'B' }] }],
    crossed: [],
  },
  questions: [
    { ...question, id: 'q1', tables: [{ label: null, options }] },
    { ...question, id: 'q2', headline: true, tables: [{ label: null, options }] },
  ],
  units: [
    {
      ...unit,
      position: 0,
      parent: -1,
      name: 'Sở',
      cells: [
        [null, 0, 5, 5],
        [null, 0, 6, 4],
      ],
    },
    { ...unit, position: 1, parent: 0, name: 'Trường', cells: [0, { option: 2, atLeast: 90 }] },
  ],
  breakdowns: [0, 1, 2].map((category) => ({
    unit: 0,
    by: [{ criterion: 0, category }],
    n: null,
    cells: [0, [null, category, 1, 1]],
  })),
} as unknown as ReleasePage;

test('a page compares the table that was asked for, else that of the headline', () => {
  const compared = comparisonOf(page, null, null)!;
  expect(compared.value).toBe('q2.0');
  expect(compared.units.map(({ name, cell }) => [name, cell.kind])).toEqual([
    ['Sở', 'exact'],
    ['Trường', 'band'],
  ]);
  expect(comparisonOf(page, null, 'q1.0')!.units[1]!.cell).toEqual(silent);
  expect(comparisonOf(page, null, 'q9.7')!.value).toBe('q2.0');
});

test('the groups of a breakdown stand in the order of the form, who gave no answer last', () => {
  const [breakdown] = comparisonOf(page, null, null)!.breakdowns;
  expect(breakdown!.groups.map(({ categories }) => categories)).toEqual([[1], [2], [0]]);
  expect(breakdown!.groups[2]!.cell).toMatchObject({ counts: [0, 1, 1] });
});

test('a unit with nothing below it and no breakdown is compared with nothing', () => {
  expect(comparisonOf({ ...page, units: page.units.slice(0, 1), breakdowns: [] }, null, null)).toBeNull();
  expect(comparisonOf({ ...page, units: page.units.slice(0, 1) }, null, null)!.units).toEqual([]);
});
