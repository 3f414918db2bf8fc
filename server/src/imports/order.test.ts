import { expect, test } from 'vitest';
import { inOrder } from './order.ts';

test('people stand by their unit, then by the given name, then by the whole', () => {
  const people = [
    { unit: 'B', name: 'Trần Thị Đào' },
    { unit: 'A', name: 'Lê Văn Bình' },
    { unit: 'A', name: 'Phạm Thị Ánh' },
    { unit: 'A', name: 'Đỗ Văn An' },
    { unit: 'A', name: 'Bùi Văn Bình' },
  ];
  expect(inOrder(people, ['A', 'B']).map(({ name }) => name)).toEqual([
    'Đỗ Văn An',
    'Phạm Thị Ánh',
    'Bùi Văn Bình',
    'Lê Văn Bình',
    'Trần Thị Đào',
  ]);
});
