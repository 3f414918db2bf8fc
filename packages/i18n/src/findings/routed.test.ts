import { expect, test } from 'vitest';
import {
  alertSentence,
  askedCount,
  askedSentence,
  findingOf,
  keyFindings,
  readAlert,
  type FoundCell,
  type ReadQuestion,
  type ReadTable,
} from '../index.ts';

const hidden: FoundCell = { kind: 'protected' };
const band: FoundCell = { kind: 'band', option: 1, atLeast: 90 };
const exact = (counts: number[], mean: number | null = null): FoundCell => ({
  kind: 'exact',
  n: counts.reduce((sum, count) => sum + count, 0),
  counts,
  mean,
});
const table = (cell: FoundCell, names: string[], label: string | null = null): ReadTable => ({
  label: label === null ? null : { vi: label },
  options: names.map((vi) => ({ label: { vi } })),
  cell,
  whole: cell,
});
const places = ['Thứ 1', 'Thứ 2', 'Thứ 3'];
const ranking = (...cells: FoundCell[]): ReadTable[] =>
  cells.map((cell, at) => table(cell, places, ['Sân chơi', 'Thư viện', 'Nhà ăn'][at]));
const stances = ['Đồng ý', 'Đồng ý, cần sửa', 'Không đồng ý'];
const question = (type: string, tables: ReadTable[], more: Partial<ReadQuestion> = {}): ReadQuestion => ({
  id: 'q5',
  type,
  text: { vi: 'Câu năm?' },
  headline: true,
  motto: [],
  tables,
  ...more,
});
const digits = (text: string): string[] => text.match(/\d+/g) ?? [];

test('a ranking says what stands first most often, and what stands highest on average', () => {
  const tables = ranking(exact([0, 24, 10, 6], 1.55), exact([0, 10, 20, 10], 2), exact([0, 6, 10, 24], 2.45));
  expect(findingOf('vi', 'rank', tables, 'person')).toBe(
    'Trong 40 người được hỏi, nhiều nhất xếp “Sân chơi” ở thứ nhất: 60%; ' +
      'thứ bậc trung bình cao nhất: “Sân chơi” (1,6, với 1 là cao nhất).',
  );
});

test('a ranking of the first few has no mean, equal firsts are all named, and its base is everybody who was asked', () => {
  const tables = ranking(exact([10, 10, 10]), exact([10, 10, 10]), exact([20, 5, 5]));
  expect(findingOf('vi', 'rank', tables, 'household')).toBe(
    'Trong 30 gia đình được hỏi, nhiều nhất ở thứ nhất, ngang nhau: “Sân chơi”, “Thư viện”, mỗi lựa chọn 33,3%.',
  );
});

test('nobody ranked: that is said, and no winner', () => {
  expect(findingOf('vi', 'rank', ranking(exact([12, 0, 0, 0]), exact([12, 0, 0, 0])), 'person')).toBe(
    'Cả 12 phiếu đều để trống câu này.',
  );
});

test('a ranking that is hidden, or hidden in a part, names no winner and no number', () => {
  for (const tables of [ranking(hidden, hidden), ranking(exact([0, 24, 10, 6]), hidden)]) {
    expect(findingOf('vi', 'rank', tables, 'person')).toBe('Được bảo vệ.');
  }
});

test('a stance says every position with its share, a zero as well where it is shown', () => {
  expect(findingOf('vi', 'stance', [table(exact([2, 30, 10, 0]), stances)], 'person')).toBe(
    'Trong 40 người trả lời câu này: 75% chọn “Đồng ý”, 25% chọn “Đồng ý, cần sửa”, 0% chọn “Không đồng ý”; ' +
      '2 trên 42 phiếu để trống.',
  );
  expect(findingOf('vi', 'stance', [table(exact([0, 9, 3, 0]), stances)], 'person')).toContain('9 (75%) chọn “Đồng ý”');
});

test('a stance that is hidden has no number, one that is a band has its bound alone', () => {
  expect(findingOf('vi', 'stance', [table(hidden, stances)], 'person')).toBe('Được bảo vệ.');
  expect(digits(findingOf('vi', 'stance', [table(band, stances)], 'person'))).toEqual(['90']);
});

test('of whom a question was asked is said in the words of the options, and how many only where a cell shows it', () => {
  const asked = { number: 3, options: [{ vi: 'Có' }, { vi: 'Đôi khi' }] };
  expect(askedSentence('vi', asked, 'student')).toBe('Chỉ hỏi những học sinh chọn “Có” hoặc “Đôi khi” ở câu 3.');
  expect(askedSentence('vi', { number: 3, options: [] }, 'student')).toBe(
    'Chỉ hỏi một số học sinh, tùy câu trả lời ở câu 3.',
  );
  expect(askedCount('vi', [hidden, exact([1, 20, 4])], 'student')).toBe('Có 25 học sinh được hỏi câu này.');
  for (const cells of [[hidden], [band], []]) expect(askedCount('vi', cells, 'student')).toBe('');
});

test('a choice of several that was asked of some speaks of those', () => {
  const tables = [table(exact([10, 30]), ['Đau bụng']), table(exact([30, 10]), ['Sốt'])];
  expect(findingOf('vi', 'multi', tables, 'person', true)).toContain('Trong 40 người được hỏi');
  expect(findingOf('vi', 'multi', tables, 'person')).toContain('Trong 40 người trả lời');
});

test('among key findings it says first of whom it was asked, and competes with nothing everybody was asked', () => {
  const asked = { number: 1, options: [{ vi: 'Có' }] };
  const [found] = keyFindings('vi', [question('single', [table(exact([0, 30, 10]), ['A', 'B'])], { asked })], 'person');
  expect(found?.sentence).toBe(
    'Chỉ hỏi những người chọn “Có” ở câu 1. Trong 40 người trả lời câu này, nhiều nhất chọn “A”: 75%.',
  );
  const points = [1, 2, 3, 4, 5].map((score) => ({ label: { vi: `${score}` }, score }));
  const row = (liked: number): ReadTable => ({
    ...table(exact([0, 0, 100 - liked, 0, liked, 0]), [], `ý ${liked}`),
    options: points,
  });
  const rows = question('matrix', [row(10), row(50), row(90)], { headline: false, asked });
  expect(keyFindings('vi', [rows], 'person')).toEqual([]);
});

const alert = { options: [2, 3], minCount: 3, note: { vi: 'Báo y tế trường.' } };
const ill = ['Không', 'Một lần', 'Nhiều lần'];

test('a mark is read from exact counts: reached, or not', () => {
  expect(readAlert(alert, exact([0, 20, 2, 1]))).toEqual({ kind: 'reached', count: 3 });
  expect(readAlert(alert, exact([5, 20, 2, 0]))).toEqual({ kind: 'below', count: 2 });
  const said = alertSentence('vi', alert, table(exact([0, 20, 2, 1]), ill), exact([0, 20, 2, 1]), 'student');
  expect(said).toBe('Mốc cần chú ý: từ 3 học sinh chọn “Một lần” hoặc “Nhiều lần”. Ở đây có 3: đã tới mốc.');
});

test('where the figure is hidden nothing is said of a mark: neither reached, nor not, nor none', () => {
  for (const cell of [hidden, band]) {
    expect(readAlert(alert, cell)).toEqual({ kind: 'hidden' });
    const said = alertSentence('vi', alert, table(cell, ill), cell, 'student');
    expect(digits(said)).toEqual(['3']);
    expect(said).not.toMatch(/đã tới mốc:|chưa tới mốc|Ở đây có/);
    expect(keyFindings('vi', [question('single', [table(cell, ill)], { alert, headline: false })], 'student')).toEqual(
      [],
    );
  }
});

test('a mark that is reached is read first', () => {
  const sick = question('single', [table(exact([0, 20, 2, 1]), ill)], { alert, headline: false });
  expect(keyFindings('vi', [sick], 'student')[0]?.sentence).toContain('đã tới mốc');
});
