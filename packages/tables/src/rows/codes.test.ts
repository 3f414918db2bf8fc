import { expect, test } from 'vitest';
import { withCodes } from './codes.ts';
import type { UnitRow } from './units.ts';

const units = [
  { id: 'A', name: 'Trường A', parentId: 'goc' },
  { id: 'B', name: 'Trường B', parentId: 'goc' },
  { id: 'A.TOAN', name: 'Tổ Toán', parentId: 'A' },
  { id: 'B.TOAN', name: 'Tổ Toán', parentId: 'B' },
  { id: 'HOA', name: 'Trường Hòa Bình', parentId: 'goc' },
];

function coded(...said: [name: string, parent?: string, id?: string][]): string[] {
  const rows = said.map(([name, parent, id], i) => ({ row: i + 2, name, parent, id }) as UnitRow);
  const { rows: with_, issues } = withCodes(rows, { known: units, units, placeIn: ({ parent }) => parent });
  return [...with_.map(({ row, id }) => `${row} ${id}`), ...issues.map(({ row, code }) => `${row} ${code}`)];
}

test.each<[string, Parameters<typeof coded>, string[]]>([
  ['a name there is once means that unit, whatever its capitals', [['TRƯỜNG HOÀ BÌNH']], ['2 HOA']],
  ['of several the one under the parent that is said, by name or code', [['Tổ Toán', 'trường b']], ['2 B.TOAN']],
  ['of several without a parent none', [['Tổ Toán']], ['2 name-of-several']],
  ['the same name elsewhere is another unit', [['Tổ Toán', 'HOA']], ['2 TO-TOAN']],
  ['marks make another name', [['Trường Hoa Bình']], ['2 TRUONG-HOA-BINH']],
  [
    'codes are made once each',
    [
      ['Tổ Văn', 'A'],
      ['Tổ Văn', 'B'],
      ['x', '', 'TO-VAN-2'],
    ],
    ['2 TO-VAN', '3 TO-VAN-3', '4 TO-VAN-2'],
  ],
  [
    'a row twice is said',
    [
      ['Tổ Văn', 'A'],
      ['TỔ VĂN', 'a'],
    ],
    ['2 TO-VAN', '3 row-twice'],
  ],
  ['a name of signs has no code', [['???']], ['2 no-code-in-name']],
])('%s', (_, said, expected) => {
  expect(coded(...said)).toEqual(expected);
});

test('a body is known by its name at its unit; the same name at another unit is another body', () => {
  const bodies = [{ id: 'CD.A', name: 'Công đoàn cơ sở', parentId: 'A' }];
  const rows = ['Trường A', 'b'].map((unit, i) => ({ row: i + 2, id: undefined, name: 'Công đoàn cơ sở', unit }));
  const { rows: coded, issues } = withCodes(rows, { known: bodies, units, placeIn: ({ unit }) => unit });
  expect([coded.map(({ id }) => id), issues]).toEqual([['CD.A', 'CONG-DOAN-CO-SO'], []]);
});
