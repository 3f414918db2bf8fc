import { expect, test } from 'vitest';
import { figureOf, figureValue, findingOf, findingOfTable, figureName, writeFigure } from '../index.ts';
import type { FoundCell, FoundTable, ReadTable } from '../index.ts';

const word = (vi: string, en?: string) => ({ vi, en });
const scale: FoundTable = {
  label: null,
  options: [
    { label: word('Rất không hài lòng', 'Very dissatisfied'), score: 1 },
    { label: word('Không hài lòng', 'Dissatisfied'), score: 2 },
    { label: word('Bình thường', 'Neutral'), score: 3 },
    { label: word('Hài lòng', 'Satisfied'), score: 4 },
    { label: word('Rất hài lòng', 'Very satisfied'), score: 5 },
    { label: word('Không biết', "Don't know"), score: null },
  ],
};
const single: FoundTable = { label: null, options: [{ label: word('Có') }, { label: word('Không') }] };
const exact = (counts: number[], mean: number | null = null): FoundCell => ({
  kind: 'exact',
  n: counts.reduce((sum, count) => sum + count, 0),
  counts,
  mean,
});
const hidden: FoundCell = { kind: 'protected' };
const read = (table: FoundTable, cell: FoundCell, whole = cell): ReadTable => ({ ...table, cell, whole });

test('a five-point scale says its upper two, its mean, who had no opinion and who stayed silent', () => {
  const cell = exact([3, 2, 4, 8, 50, 48, 5], 4.232);
  expect(findingOf('vi', 'scale', [read(scale, cell)], 'household')).toBe(
    'Trong 112 gia đình có ý kiến, 87,5% hài lòng hoặc rất hài lòng; điểm trung bình 4,2 trên 5; ' +
      '5 phiếu chọn “Không biết”; 3 trên 120 phiếu để trống.',
  );
  expect(findingOf('en', 'scale', [read(scale, cell)], 'household')).toContain(
    'Among 112 families with an opinion, 87.5% satisfied or very satisfied',
  );
});

test('a mean is said only where it is given', () => {
  expect(findingOf('vi', 'scale', [read(scale, exact([0, 0, 0, 0, 5, 5, 0]))], 'person')).not.toContain('trung bình');
});

test('a choice says what was chosen most, of those who answered', () => {
  expect(findingOf('vi', 'single', [read(single, exact([10, 30, 10]))], 'person')).toBe(
    'Trong 40 người trả lời câu này, nhiều nhất chọn “Có”: 75%; 10 trên 50 phiếu để trống.',
  );
});

test('of a few answers the count is said with the share, and of whom', () => {
  expect(findingOf('vi', 'scale', [read(scale, exact([0, 1, 1, 1, 4, 3, 2]))], 'household')).toBe(
    'Trong 10 gia đình có ý kiến, 7 (70%) hài lòng hoặc rất hài lòng; 2 phiếu chọn “Không biết”.',
  );
  expect(findingOf('vi', 'single', [read(single, exact([0, 9, 3]))], 'student')).toBe(
    'Trong 12 học sinh trả lời câu này, nhiều nhất chọn “Có”: 9 (75%).',
  );
});

test('equal choices are both named', () => {
  expect(findingOf('vi', 'single', [read(single, exact([0, 20, 20]))], 'person')).toBe(
    'Trong 40 người trả lời câu này, nhiều nhất, ngang nhau: “Có”, “Không”, mỗi lựa chọn 50%.',
  );
});

test('what is protected is never said as zero, nor why it is protected', () => {
  expect(findingOf('vi', 'scale', [read(scale, hidden)], 'person')).toBe('Được bảo vệ.');
  expect(writeFigure('vi', figureValue('scale', scale, figureOf(scale, hidden), hidden))).toBe('Được bảo vệ');
});

test('a band gives its level and nothing beside it', () => {
  const band: FoundCell = { kind: 'band', option: 5, atLeast: 90 };
  expect(findingOfTable('vi', 'scale', read(scale, band), 'household')).toBe(
    'Trong những gia đình trả lời, ít nhất 90% chọn “Rất hài lòng”.',
  );
  expect(findingOfTable('vi', 'scale', read(scale, { ...band, option: 0 }), 'household')).toBe(
    'Trong những gia đình trả lời, ít nhất 90% để trống câu này.',
  );
});

test('a band about another option says nothing about the figure', () => {
  const figure = figureOf(scale, hidden);
  expect(figureValue('scale', scale, figure, { kind: 'band', option: 1, atLeast: 90 })).toEqual({ kind: 'protected' });
  expect(writeFigure('vi', figureValue('scale', scale, figure, { kind: 'band', option: 4, atLeast: 85 }))).toBe(
    'ít nhất 85%',
  );
});

test('a multiple choice counts every form, silent or not', () => {
  const option = (vi: string): FoundTable => ({ label: word(vi), options: [{ label: word(vi) }] });
  const tables = [read(option('Họp'), exact([30, 10])), read(option('Nhóm lớp'), exact([10, 30]))];
  expect(findingOf('vi', 'multi', tables, 'household')).toBe(
    'Trong 40 gia đình trả lời, nhiều nhất chọn “Nhóm lớp”: 75%.',
  );
  const partly = [...tables, read(option('Bảng tin'), hidden)];
  expect(findingOf('vi', 'multi', partly, 'household')).toBe(
    'Trong 40 gia đình trả lời, trong những lựa chọn được nêu số, nhiều nhất chọn “Nhóm lớp”: 75%.',
  );
});

test('rows are ranked only where every row is shown', () => {
  const row = (vi: string, cell: FoundCell) => read({ ...scale, label: word(vi) }, cell);
  const rows = [row('Thầy cô', exact([0, 0, 0, 1, 9, 0, 0])), row('An ninh', exact([0, 0, 0, 5, 5, 0, 0]))];
  expect(findingOf('vi', 'matrix', rows, 'person')).toBe(
    'Cao nhất: “Thầy cô” (90%); thấp nhất: “An ninh” (50%); ' +
      'tính theo tỷ lệ hài lòng hoặc rất hài lòng trong những người có ý kiến.',
  );
  expect(findingOf('vi', 'matrix', [...rows, row('Bạn bè', hidden)], 'person')).toBe('Xem từng ý ở dưới.');
});

test('a question everyone left blank says so', () => {
  expect(findingOf('vi', 'single', [read(single, exact([12, 0, 0]))], 'person')).toBe(
    'Cả 12 phiếu đều để trống câu này.',
  );
});

test('units are compared by the option most chosen in the whole, whatever each unit chose', () => {
  const figure = figureOf(single, exact([0, 4, 6]));
  expect(figureName('vi', single, figure, 'person')).toBe('chọn “Không”');
  expect(figureValue('single', single, figure, exact([0, 9, 1]))).toEqual({ kind: 'share', percent: 10, valid: 10 });
});
