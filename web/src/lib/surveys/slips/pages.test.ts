import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

const unitOf = (name: string, count: number) => ({
  name,
  own: false,
  codes: Array.from({ length: count }, (_, i) => `${name}${i}`),
});
const printed = (...units: ReturnType<typeof unitOf>[]) => pagesOf({ url: 'https://example.vn/s/abc', units });

test('no sheet holds slips of two units, each unit begins with its cover, and every code is there once and in order', () => {
  const pages = printed(unitOf('a', 15), unitOf('b', 6), unitOf('c', 1));
  expect(pages.map(({ unit, cover, codes }) => [unit.name, cover, codes.length])).toEqual([
    ['a', true, 6],
    ['a', false, 8],
    ['a', false, 1],
    ['b', true, 6],
    ['c', true, 1],
  ]);
  const codes = pages.flatMap((page) => page.codes);
  expect(codes).toEqual(['a', 'b', 'c'].flatMap((name, at) => unitOf(name, [15, 6, 1][at]!).codes));
});
