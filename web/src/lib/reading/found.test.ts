import type { KeyedClause } from '@danban/contract';
import { expect, test } from 'vitest';
import { found } from './found.ts';

const clause = (heading: string, text: string): KeyedClause => ({
  ...{ index: 0, kind: 'article', path: 'dieu-8', label: 'Điều 8.', heading, text, parent: -1, depth: 0 },
  ...{ answerable: true, decomposed: false, key: 'c1' },
});
const clauses = [clause('Chế độ công tác phí', 'Khoán 500.000 đồng.'), clause('Chi phúc lợi', '')];

test('words are found with and without marks, all of them and in any order', () => {
  for (const words of ['công tác phí', 'cong tac phi', 'phi CONG', 'khoan 500'])
    expect(found(clauses, words)).toEqual([clauses[0]]);
  expect(found(clauses, 'điều chi')).toEqual([clauses[1]]);
  expect(found(clauses, 'học bổng')).toEqual([]);
  expect(found(clauses, '  ')).toEqual([]);
});
