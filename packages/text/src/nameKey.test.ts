import { expect, test } from 'vitest';
import { nameKey } from './nameKey.ts';

test.each([
  ['TRƯỜNG HOÀ BÌNH', 'Trường Hòa Bình'],
  ['Thuý  Kiều', 'Thúy Kiều'],
  ['Đại học'.normalize('NFD'), 'đại học'],
])('%s is %s', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['Trường Hoa Bình', 'Trường Hòa Bình'],
  ['Đông', 'Dông'],
  ['Mận', 'Mẫn'],
])('%s is not %s', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});
