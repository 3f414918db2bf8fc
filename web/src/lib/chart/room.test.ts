import { expect, test } from 'vitest';
import { heightFor, wrapped } from './room.ts';

test('a label keeps its words whole and leaves most of the width to the bars', () => {
  expect(wrapped('Trường THPT chuyên Thành Nam', 320)).toEqual(['Trường THPT', 'chuyên Thành', 'Nam']);
  expect(wrapped('Trường THPT chuyên Thành Nam', 1000)).toEqual(['Trường THPT chuyên Thành Nam']);
});

test('every bar has room for the longest label', () => {
  const series = [{ label: 'Hài lòng', tone: 5, parts: [50, 50] }];
  const short = heightFor({ labels: ['A', 'B'], series }, 320);
  const long = heightFor({ labels: ['A', 'Trường THPT chuyên Thành Nam'], series }, 320);
  expect(long - short).toBe(2 * (3 * 20 + 12 - 44));
});
