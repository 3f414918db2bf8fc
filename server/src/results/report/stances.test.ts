import type { CellView, ReleaseHead, ReleasedQuestion } from '@danban/contract';
import { expect, test } from 'vitest';
import type { Answered } from './questions.ts';
import { findingsOf } from './stances.ts';

const labels = ['Đồng ý', 'Đồng ý nhưng sửa', 'Không đồng ý', 'Không ý kiến'];
const protectedCell: CellView = { kind: 'protected' };
const exact = (...counts: number[]): CellView => {
  return { kind: 'exact', counts, n: counts.reduce((sum, one) => sum + one, 0), mean: null };
};

function about(number: number, name: string, cell: CellView, more: Partial<ReleasedQuestion> = {}): Answered {
  const options = labels.map((vi) => ({ label: { vi } }));
  const tables = [{ label: null, options }];
  const asked = { id: `c${number}`, number, type: 'stance', text: { vi: name }, headline: false, motto: [] };
  return { question: { ...asked, sensitive: false, tables, ...more }, cells: [cell] };
}

function blocks(...answered: Answered[]) {
  const head = { questions: answered.map(({ question }) => question), survey: {} } as unknown as ReleaseHead;
  return findingsOf('vi', head, answered, 'person');
}

test('positions on clauses stand in one table in the order of the draft, and what is protected carries the one word', () => {
  const said = blocks(
    about(1, 'Điều 4. Phạm vi', exact(0, 51, 4, 0, 8)),
    about(2, 'Điều 8. Công tác phí', exact(0, 22, 34, 5, 2)),
    about(3, 'Điều 9. Khen thưởng', protectedCell),
  );
  const tables = said.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({
    columns: ['Điều, khoản', ...labels],
    rows: [
      ['Câu 1. Điều 4. Phạm vi', '51 (81%)', '4 (6,3%)', '0 (0%)', '8 (12,7%)'],
      ['Câu 2. Điều 8. Công tác phí', '22 (34,9%)', '34 (54%)', '5 (7,9%)', '2 (3,2%)'],
      ['Câu 3. Điều 9. Khen thưởng', 'Được bảo vệ', 'Được bảo vệ', 'Được bảo vệ', 'Được bảo vệ'],
    ],
  });
  const sentences = said.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(sentences).toContain('Chọn “Đồng ý” nhiều nhất ở: Điều 4. Phạm vi (81%).');
  expect(sentences).toContain('Chọn “Không đồng ý” nhiều nhất ở: Điều 8. Công tác phí (7,9%).');
  expect(sentences).toContain('Trong 3 điều, khoản, 1 điều, khoản có số liệu được bảo vệ.');
  expect(sentences.filter((one) => one.startsWith('Câu '))).toHaveLength(3);
});

test('where nothing may be shown, nothing is said to be most', () => {
  const said = blocks(about(1, 'Điều 1.', protectedCell), about(2, 'Điều 2.', protectedCell));
  expect(JSON.stringify(said)).not.toContain('nhiều nhất');
});

test('a single position, one asked of some alone and one with other choices keep a table of their own', () => {
  const tables = (...answered: Answered[]) => blocks(...answered).filter(({ kind }) => kind === 'table').length;
  const even = exact(0, 9, 9, 9, 9);
  const routed = { showIf: { question: 'c1', anyOf: ['agree'], options: [{ vi: 'Đồng ý' }] } };
  const other = { tables: [{ label: null, options: [{ label: { vi: 'Tán thành' } }] }] };
  expect(tables(about(1, 'Điều 1.', even))).toBe(1);
  expect(tables(about(1, 'Điều 1.', even), about(2, 'Điều 2.', even), about(3, 'Điều 3.', exact(0, 9), other))).toBe(2);
  expect(tables(about(1, 'Điều 1.', even), about(2, 'Điều 2.', even), about(3, 'Điều 3.', even, routed))).toBe(2);
});
