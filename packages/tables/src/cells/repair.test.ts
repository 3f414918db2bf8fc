import { expect, test } from 'vitest';
import { repair } from './repair.ts';

const rows = (...lines: string[][]) => lines.map((cells, i) => ({ number: i + 2, cells }));
const textsOf = (...lines: string[][]) => repair(rows(...lines)).rows.map((row) => row.cells);

test('each font from before is read, and said', () => {
  const { rows: mended, repairs } = repair(rows(['A', 'Tr­êng §¹i häc'], ['B', 'Tröôøng Tieåu hoïc'], ['C', 'Trường']));
  expect(mended.map((row) => row.cells[1])).toEqual(['Trường Đại học', 'Trường Tiểu học', 'Trường']);
  expect(repairs).toEqual([
    { row: 2, column: 1, from: 'Tr­êng §¹i häc', to: 'Trường Đại học', how: 'tcvn3' },
    { row: 3, column: 1, from: 'Tröôøng Tieåu hoïc', to: 'Trường Tiểu học', how: 'vni' },
  ]);
});

test('letters in pieces are put together, an eth becomes đ, and both are said', () => {
  const { rows: mended, repairs } = repair(rows(['Đề án'.normalize('NFD'), 'Ðinh Thị']));
  expect(mended[0]!.cells).toEqual(['Đề án', 'Đinh Thị']);
  expect(repairs.map(({ how }) => how)).toEqual(['composed', 'letter']);
});

test('what could be either is read as the rest of its row', () => {
  expect(textsOf(['Vò Thanh', 'Tr­êng'], ['Vò Thanh', 'Trường'])).toEqual([
    ['Vũ Thanh', 'Trường'],
    ['Vò Thanh', 'Trường'],
  ]);
});

test('and where the row says nothing, as the rest of its column', () => {
  expect(textsOf(['1', 'NguyÔn ThÞ'], ['2', 'TrÇn V¨n'], ['3', 'Vò Thanh'])[2]).toEqual(['3', 'Vũ Thanh']);
  expect(textsOf(['1', 'Nguyễn Thị'], ['2', 'Trần Văn'], ['3', 'Vò Thanh'])[2]).toEqual(['3', 'Vò Thanh']);
});

test('what is stored already stays as it is', () => {
  const { rows: same, repairs } = repair(rows(['Tr­êng', "'=Tr­êng"]), (text) => /^=?Tr­êng$/.test(text));
  expect([same[0]!.cells, repairs]).toEqual([['Tr­êng', "'=Tr­êng"], []]);
});

test('spaces, line breaks and hidden characters are cleaned without a word', () => {
  const { rows: mended, repairs } = repair(rows([' Trường\u00a0 \n Hoa\u202e\u0000 ']));
  expect([mended[0]!.cells, repairs]).toEqual([['Trường Hoa'], []]);
});
