import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchKey } from './searchKey.ts';

test.each([
  ['Quy chế Chi tiêu nội bộ – Đảng uỷ', 'quy che chi tieu noi bo dang uy'],
  ['Đề án'.normalize('NFD'), 'de an'],
  ['  “4 xin, 4 luôn”  ', '4 xin 4 luon'],
  ['ĐƯỜNG', 'duong'],
  ['', ''],
])('"%s" is found as "%s"', (text, key) => {
  expect(searchKey(text)).toBe(key);
});

test('a key is its own key', () => {
  const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạẾỮ –,."9') });
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
    }),
  );
});
