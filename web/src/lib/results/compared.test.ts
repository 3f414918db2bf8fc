import { describe, expect, test } from 'vitest';
import type { CellView } from '@danban/contract';
import { comparedBars } from './compared.ts';
import type { Comparison } from './view.ts';

const options = [
  { label: { vi: 'Không hài lòng' }, score: 1 },
  { label: { vi: 'Hài lòng', en: 'Satisfied' }, score: 2 },
] as Comparison['table']['options'];
const exact: CellView = { kind: 'exact', n: 12, counts: [2, 4, 6], mean: null } as unknown as CellView;

const silent: CellView = { kind: 'protected' };

/** A department (0) over a district (1) with two schools (2, 3), and over a school of its own (4). */
const depths = [0, 1, 2, 2, 1];

function comparison(cells: CellView[], table: Comparison['table'] = { label: null, options }): Comparison {
  const rows = cells.map((cell, position) => ({
    position,
    name: `U${position}`,
    own: false,
    depth: depths[position] ?? 1,
    cell,
    participation: { kind: 'unknown' as const },
  }));
  return { value: 'q1.0', type: 'scale', text: { vi: 'Câu 1' }, asked: null, table, whole: exact, rows };
}

const all = [exact, exact, exact, exact, exact];

describe('units side by side', () => {
  test('every option is a series, its parts shares of those who answered the question', () => {
    const bars = comparedBars('vi', comparison(all), 0);
    const shares = bars?.series.map(({ label, tone, parts }) => [label, tone, Math.round(parts[0]!)]);
    expect(shares).toEqual([
      ['Không hài lòng', 1, 40],
      ['Hài lòng', 5, 60],
    ]);
  });

  test('a unit stands beside those right below it, and one with none below beside its neighbours', () => {
    const names = (here: number) => comparedBars('vi', comparison(all), here)?.labels;
    expect(names(0)).toEqual(['U0', 'U1', 'U4']);
    expect(names(1)).toEqual(['U1', 'U2', 'U3']);
    expect(names(3)).toEqual(['U1', 'U2', 'U3']);
    expect(names(4)).toEqual(['U0', 'U1', 'U4']);
  });

  test('what is protected has no bar, rather than one of no length', () => {
    expect(comparedBars('vi', comparison([exact, silent, exact, exact, exact]), 0)?.labels).toEqual(['U0', 'U4']);
    expect(comparedBars('vi', comparison([exact, silent, exact, exact, silent]), 0)).toBeNull();
  });

  test('one option, or more units than an eye can compare, is left to the table', () => {
    expect(comparedBars('vi', comparison(all, { label: null, options: options.slice(0, 1) }), 0)).toBeNull();
    const many = Array.from({ length: 60 }, () => exact);
    expect(comparedBars('vi', comparison(many), 0)).toBeNull();
  });

  test('labels are in the language of the page, in Vietnamese where there is no other', () => {
    const labels = comparedBars('en', comparison(all), 0)?.series.map(({ label }) => label);
    expect(labels).toEqual(['Không hài lòng', 'Satisfied']);
  });
});
