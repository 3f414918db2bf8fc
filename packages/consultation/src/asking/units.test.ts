import { describe, expect, test } from 'vitest';
import { drafts, linesOf } from '../testing/drafts.ts';
import { readTree } from '../tree/build.ts';
import { nameOf } from './name.ts';
import { unitsOf } from './units.ts';

const clausesOf = (draft: keyof typeof drafts) => readTree(linesOf(drafts[draft])).clauses;

describe('what a draft asks about', () => {
  test('is its articles, each with all its words', () => {
    const clauses = clausesOf('sampleFirst');
    const units = unitsOf(clauses, 'articles');
    expect(units.map(({ clause }) => clause.path)).toEqual(
      clauses.filter(({ kind }) => kind === 'article').map(({ path }) => path),
    );
    expect(units[3]!.within.map(({ path }) => path).slice(0, 3)).toEqual(['dieu-4', 'dieu-4.k1', 'dieu-4.k1.a']);
  });

  test('or the clauses within them', () => {
    const units = unitsOf(clausesOf('sampleFirst'), 'clauses');
    expect(units.slice(0, 3).map(({ clause }) => clause.path)).toEqual(['dieu-1.k1', 'dieu-1.k2', 'dieu-1.k3']);
  });

  test.each(Object.keys(drafts) as (keyof typeof drafts)[])(
    'leaves no word out and asks about none twice: %s',
    (draft) => {
      const clauses = clausesOf(draft);
      const within = unitsOf(clauses, 'articles').flatMap((unit) => unit.within);
      expect(new Set(within).size).toBe(within.length);
      const said = clauses.filter(({ answerable }) => answerable);
      expect(said.filter((clause) => !within.includes(clause))).toEqual([]);
    },
  );
});

test('a clause is called by its number, its article and the heading', () => {
  const clauses = clausesOf('sampleFirst');
  const named = (path: string) =>
    nameOf(
      clauses.find((one) => one.path === path)!,
      clauses,
    );
  expect(named('dieu-4')).toBe('Điều 4. Nguồn tài chính của đơn vị');
  expect(named('dieu-4.k1')).toBe('Khoản 1 Điều 4. Nguồn tài chính của đơn vị');
});
