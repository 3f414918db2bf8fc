import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLike, isCode } from './code.ts';
import { countIn } from './count.ts';
import { dayIn, writtenDay } from './day.ts';
import { referencesTo } from './reference.ts';
import { known } from './suggest.ts';
import { codeOf, wordFor, wordsOf } from './words.ts';

test.each([
  ['58', 58],
  ['0', 0],
  ['1.234', 1234],
  ['1,234,567', 1234567],
  ['12 000', 12000],
  ['58.0', 58],
  ['007', 7],
  ['10000000', 10_000_000],
])('"%s" counts %d', (text, count) => {
  expect(countIn(text)).toBe(count);
});

test.each(['-1', '1,5', '58 người', '1.23', '10000001', '1e3', 'năm mươi', '1.234,567', '9'.repeat(400)])(
  '"%s" counts nothing',
  (text) => {
    expect(countIn(text)).toBeUndefined();
  },
);

test.each([
  ['5/9/2024', '2024-09-05'],
  ['05-09-2024', '2024-09-05'],
  ['05.09.2024', '2024-09-05'],
  ['2024-09-05', '2024-09-05'],
  ['2024-09-05T13:30:00.000Z', '2024-09-05'],
  ['45540', '2024-09-05'],
  ['29/2/2024', '2024-02-29'],
])('"%s" is the day %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

test.each(['30/2/2024', '5/13/2024', '9/2024', '2024', '01/01/24', '01/01/1800', 'hôm nay', '29/2/2023', '0/1/2024'])(
  '"%s" is no day',
  (text) => {
    expect(dayIn(text)).toBeUndefined();
  },
);

test('a day written for people is read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (at) => {
      const day = at.toISOString().slice(0, 10);
      expect(dayIn(writtenDay(day))).toBe(day);
    }),
  );
});

test.each(['unitType', 'bodyKind', 'role', 'cell'] as const)('every word of %s is read back as its code', (list) => {
  for (const word of wordsOf(list)) {
    const code = codeOf(list, word);
    expect(code && wordFor(list, code)).toBe(word);
    expect(codeOf(list, word.toUpperCase().normalize('NFD'))).toBe(code);
  }
});

test.each([
  ['unitType', 'trường thpt', 'upper_secondary'],
  ['unitType', 'Mầm non', 'preschool'],
  ['bodyKind', 'MTTQ', 'front'],
  ['role', 'Hiệu trưởng', 'leader'],
  ['cell', 'x', 'yes'],
  ['role', 'Bảo vệ', undefined],
] as const)('of %s, "%s" is %s', (list, word, code) => {
  expect(codeOf(list, word)).toBe(code);
});

test.each(['THPT Trần Phú', 'Đơn vị số 1', '---', '"x"', 'TH.01'])('a code like "%s" is a code or nothing', (text) => {
  const code = codeLike(text);
  expect(code === '' || isCode(code)).toBe(true);
});

const schools = [
  { id: 'THPT.CTN', name: 'Trường THPT chuyên Thành Nam' },
  { id: 'THPT.TRHD', name: 'Trường THPT Trần Hưng Đạo' },
  { id: 'MN.01', name: 'Trường Mầm non Hoa Sữa' },
  { id: 'MN.02', name: 'Trường Mầm non Hoa Sữa' },
];

test.each([
  ['THPT.CTN', { found: true, id: 'THPT.CTN' }],
  ['thpt.ctn', { found: true, id: 'THPT.CTN' }],
  ['trường thpt TRẦN HƯNG ĐẠO', { found: true, id: 'THPT.TRHD' }],
  ['Truong THPT Tran Hung Dao', { found: true, id: 'THPT.TRHD' }],
  ['Trường mầm non Hoa Sữa', { found: false, why: 'ambiguous' }],
  ['THPT.CNT', { found: false, why: 'unknown', suggestion: 'THPT.CTN' }],
  ['Trường THPT Trần Hưng Đao B', { found: false, why: 'unknown', suggestion: 'THPT.TRHD' }],
  ['Bệnh viện', { found: false, why: 'unknown', suggestion: undefined }],
])('"%s" leads to %j', (text, reference) => {
  expect(referencesTo(schools)(text)).toEqual(reference);
});

test('codes that differ by capitals alone are told apart when written exactly', () => {
  const find = referencesTo([...schools, { id: 'mn.01', name: 'Khác' }, ...schools.slice(0, 1)]);
  expect(find('Trường THPT chuyên Thành Nam')).toEqual({ found: true, id: 'THPT.CTN' });
  expect([find('MN.01'), find('mn.01')]).toEqual([
    { found: true, id: 'MN.01' },
    { found: true, id: 'mn.01' },
  ]);
});

test('a suggestion is never further away than a letter in four', () => {
  const words = ['trung hoc', 'tieu hoc', 'mam non', 'cong doan'];
  const { closest } = known(words.map((word) => ({ word, code: word })));
  expect([closest('trung hcoc'), closest('tieu hc'), closest('mam'), closest('cong doanh x yz')]).toEqual([
    'trung hoc',
    'tieu hoc',
    undefined,
    undefined,
  ]);
});
