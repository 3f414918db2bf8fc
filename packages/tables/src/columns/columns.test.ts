import { expect, test } from 'vitest';
import type { Sheet } from '../file/sheet.ts';
import { columnsFor, fieldsOf, type Kind } from './fields.ts';
import { fieldNamed, headingOf } from './synonyms.ts';
import { guessColumns, sheetFor, tableIn } from './table.ts';

const kinds = Object.keys(fieldsOf) as Kind[];
const sheet = (name: string, ...lines: string[][]): Sheet => ({
  name,
  rows: lines.map((cells, i) => ({ number: i + 1, cells })),
});

test.each(kinds)('our own headings of %s are known in both languages, without marks and in capitals', (kind) => {
  for (const field of fieldsOf[kind]) {
    for (const lang of ['vi', 'en'] as const) {
      const heading = headingOf(kind, field, lang);
      expect([fieldNamed(kind, heading), fieldNamed(kind, heading.toUpperCase())]).toEqual([field, field]);
    }
  }
});

test.each<[Kind, string, string]>([
  ['units', 'MÃ TRƯỜNG', 'id'],
  ['units', 'Số CB, GV, NV', 'staff'],
  ['units', 'Trực thuộc', 'parentId'],
  ['units', 'Tên đơn vị (*)', 'name'],
  ['bodies', 'Đơn vị', 'unitId'],
  ['accounts', 'E-mail / Tên đăng nhập', 'login'],
  ['accounts', 'Họ tên', 'name'],
])('in %s the heading "%s" means %s', (kind, heading, field) => {
  expect(fieldNamed(kind, heading)).toBe(field);
});

test('a heading typed in a font from before is known', () => {
  const table = tableIn('units', sheet('', ['M·', 'Tªn tr­êng'], ['A', 'x']));
  expect([table.headings, guessColumns('units', table.headings)]).toEqual([['Mã', 'Tên trường'], { id: 0, name: 1 }]);
});

test('a heading that reads both ways is read as its neighbours are', () => {
  const headings = ['M·', 'Tªn tr­êng', 'Sè CBGVNV'];
  expect(tableIn('units', sheet('', headings, ['A', 'x', '5'])).headings[2]).toBe('Số CBGVNV');
  expect(tableIn('units', sheet('', ['Maõ', 'Teân tröôøng'], ['A', 'x'])).headings[0]).toBe('Mã');
});

test('headings of two rows are one, whether a cell is merged down or across', () => {
  const upper = ['TT', 'Mã', 'Tên', 'Số lượng', '', 'Trực thuộc'];
  const lower = ['', '', '', 'CBGVNV', 'Học sinh'];
  const table = tableIn('units', sheet('', ['DANH SÁCH'], upper, lower, ['1', 'A', 'x', '5', '6', 'SO']));
  expect(table.headings).toEqual(['TT', 'Mã', 'Tên', 'CBGVNV', 'Học sinh', 'Trực thuộc']);
  expect(table.rows.map((row) => row.number)).toEqual([4]);
  const other = tableIn('units', sheet('', ['Trực thuộc', 'Đơn vị'], ['', 'Mã', 'Tên', 'Loại'], ['SO', 'A', 'x']));
  expect([other.headings, other.rows.map((row) => row.number)]).toEqual([['Trực thuộc', 'Mã', 'Tên', 'Loại'], [3]]);
});

test('a row of data is no second row of headings', () => {
  const table = tableIn('units', sheet('', ['Mã', 'Tên', 'Ghi chú'], ['A', 'Trường', 'Học sinh']));
  expect(table.rows.map((row) => row.number)).toEqual([2]);
});

test('titles above the headings are left out', () => {
  const table = tableIn(
    'units',
    sheet('', ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'], ['DANH SÁCH ĐƠN VỊ'], ['STT', 'Mã', 'Tên đơn vị'], ['1', 'A', 'Trường A']),
  );
  expect([table.headings[1], table.rows.map((row) => row.number)]).toEqual(['Mã', [4]]);
});

test('without any heading we know the first row is taken for it', () => {
  const table = tableIn('units', sheet('', ['Cột 1', 'Cột 2'], ['A', 'B']));
  expect([table.headings, guessColumns('units', table.headings)]).toEqual([['Cột 1', 'Cột 2'], {}]);
});

test('of two columns of one meaning the left one counts', () => {
  expect(guessColumns('units', ['STT', 'Mã', 'Mã đơn vị', 'Ghi chú'])).toEqual({ id: 1 });
});

test('the sheet that looks like the table is chosen, wherever it stands', () => {
  const found = sheetFor('accounts', [
    sheet('Hướng dẫn', ['Cột', 'Bắt buộc']),
    sheet('Danh sách', ['Họ tên', 'Email', 'Vai trò', 'Đơn vị']),
    sheet('Khác', ['Họ tên', 'x']),
  ]);
  expect(found.name).toBe('Danh sách');
});

test('columns that name no field or no column of the table are left out; one column may serve two fields', () => {
  const columns = { id: 0, name: 1, shortName: 1, role: 0, constructor: 0, type: 2, staff: -1 };
  expect(columnsFor('units', columns, 2)).toEqual({ id: 0, name: 1, shortName: 1 });
});
