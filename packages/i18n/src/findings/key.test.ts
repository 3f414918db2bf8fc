import { expect, test } from 'vitest';
import { keyFindings } from '../index.ts';
import type { FoundCell, ReadQuestion, ReadTable } from '../index.ts';

const words = ['Rất kém', 'Kém', 'Bình thường', 'Tốt', 'Rất tốt'];
const hidden: FoundCell = { kind: 'protected' };
const exact = (counts: number[], mean: number | null = null): FoundCell => ({
  kind: 'exact',
  n: counts.reduce((sum, count) => sum + count, 0),
  counts,
  mean,
});
const table = (cell: FoundCell, label: string | null, options: ReadTable['options']): ReadTable => ({
  label: label === null ? null : { vi: label },
  options,
  cell,
  whole: cell,
});
const points = words.map((vi, at) => ({ label: { vi }, score: at + 1 }));
/** So many of a hundred in the upper two. */
const liked = (percent: number): FoundCell => exact([0, 0, 100 - percent, 0, percent, 0]);
const question = (id: string, type: string, tables: ReadTable[], more: Partial<ReadQuestion> = {}): ReadQuestion => ({
  id,
  type,
  text: { vi: `Câu ${id}?` },
  headline: false,
  motto: ['know'],
  tables,
  ...more,
});
const headline = question('q9', 'scale', [table(exact([0, 1, 2, 3, 40, 54], 4.44), null, points)], { headline: true });
const rows = question('q3', 'matrix', [
  table(liked(40), 'Phòng học', points),
  table(liked(90), 'Sân chơi', points),
  table(liked(20), 'Nhà vệ sinh', points),
]);
const choice = question('q7', 'single', [
  table(exact([0, 70, 30]), null, [{ label: { vi: 'Có' } }, { label: { vi: 'Không' } }]),
]);
const profile = { ...choice, id: 'q1', motto: [] };

test('the headline comes first, then the highest and the lowest item, then choices', () => {
  const found = keyFindings('vi', [profile, rows, choice, headline], 'person');
  expect(found.map(({ id, sentence }) => [id, sentence])).toEqual([
    ['q9', 'Trong 100 người có ý kiến, 94% tốt hoặc rất tốt; điểm trung bình 4,4 trên 5.'],
    ['q3', 'Cao nhất trong 3 ý được nêu số: “Sân chơi”, 90% tốt hoặc rất tốt.'],
    ['q3', 'Thấp nhất trong 3 ý được nêu số: “Nhà vệ sinh”, 20% tốt hoặc rất tốt.'],
    ['q7', 'Trong 100 người trả lời câu này, nhiều nhất chọn “Có”: 70%.'],
  ]);
});

const spread = (id: string, counts: number[]) => ({
  ...choice,
  id,
  tables: [
    table(
      exact([0, ...counts]),
      null,
      counts.map((_, at) => ({ label: { vi: `Ý ${at + 1}` } })),
    ),
  ],
});

test('a choice that nearly all options share is no finding where there are others', () => {
  const found = keyFindings(
    'vi',
    [spread('q5', [21, 20, 20, 19]), headline, rows, spread('q6', [60, 25, 15])],
    'person',
  );
  expect(found.map(({ id }) => id)).toEqual(['q9', 'q3', 'q3', 'q6']);
});

test('with fewer than three, other questions fill up in their order', () => {
  const found = keyFindings('vi', [spread('q5', [21, 20, 20, 19]), spread('q6', [34, 33, 33]), headline], 'person');
  expect(found.map(({ id }) => id)).toEqual(['q9', 'q5', 'q6']);
});

test('who somebody is, a question without a facet of the motto, is no finding', () => {
  expect(keyFindings('vi', [profile], 'person')).toEqual([]);
});

test('an item that is protected is neither named nor counted', () => {
  const partly = { ...rows, tables: [...rows.tables, table(hidden, 'Bếp ăn', points)] };
  const said = keyFindings('vi', [partly], 'person').map(({ sentence }) => sentence);
  expect(said.join()).not.toContain('Bếp ăn');
  expect(said[0]).toContain('trong 3 ý được nêu số');
});

test('items alike, or too few of them, are not ranked', () => {
  const alike = { ...rows, tables: rows.tables.map((one) => ({ ...one, cell: liked(50) })) };
  expect(keyFindings('vi', [alike], 'person').map(({ sentence }) => sentence)).toEqual([
    'Các ý đều như nhau: 50% tốt hoặc rất tốt, trong những người có ý kiến.',
  ]);
  const two = keyFindings('vi', [{ ...rows, tables: rows.tables.slice(1) }], 'person');
  expect(two.map(({ sentence }) => sentence.slice(0, 14))).toEqual(['Cao nhất: “Sân']);
});

test('where all is protected nothing is found', () => {
  const shut = [headline, rows, choice].map((one) => ({
    ...one,
    tables: one.tables.map((each) => ({ ...each, cell: hidden })),
  }));
  expect(keyFindings('vi', shut, 'person')).toEqual([]);
});

test('there are never more than five', () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ ...choice, id: `q${at}` }));
  expect(keyFindings('vi', [headline, rows, ...many], 'person')).toHaveLength(5);
});
