import { knownNames } from '@danban/text';
import { describe, expect, test } from 'vitest';
import { isKept, issuesOfCheck, issuesOfMark, marksThatStand, type Commitment } from './index.ts';
import { issuesOfCommitment, type CommitmentBeside } from './commitment.ts';

const promise: Commitment = {
  text: 'Lắp thêm hai bình nước uống ở tầng ba và thay lõi lọc mỗi quý một lần.',
  owner: 'Tổ Văn phòng',
  due: '2026-06-30',
};
const known = knownNames(['Trường THPT Trần Hưng Đạo']);
const beside = (more: Partial<CommitmentBeside> = {}): CommitmentBeside => {
  return { standing: null, today: '2026-03-02', known, ...more };
};
const codes = (one: Commitment | null, more: Partial<CommitmentBeside> = {}) =>
  issuesOfCommitment(one, beside(more)).map(({ path, code }) => `${path} ${code}`);

describe('a commitment', () => {
  test('says what will be done, who answers for it and until when; an answer may do without', () => {
    expect(codes(promise)).toEqual([]);
    expect(codes(null)).toEqual([]);
    expect(codes({ ...promise, text: 'Sẽ nghiên cứu, xem xét, rà soát, chỉnh sửa cho phù hợp.' })).toEqual([
      'commitment.text commitment-vague',
    ]);
    expect(codes({ ...promise, owner: '' })).toEqual(['commitment.owner owner-missing']);
  });

  test('names a role or a body, never a person; a school called after one is none', () => {
    expect(codes({ ...promise, owner: 'Bà Nguyễn Thị Lan' })).toEqual(['commitment.owner names-person']);
    expect(codes({ ...promise, text: `${promise.text} Thầy Hùng phụ trách.` })).toEqual([
      'commitment.text names-person',
    ]);
    expect(codes({ ...promise, owner: 'Trường THPT Trần Hưng Đạo' })).toEqual([]);
  });

  test('is not due in the past, unless it went out so and other words are corrected', () => {
    const past = { ...promise, due: '2026-03-01' };
    expect(codes(past)).toEqual(['commitment.due due-past']);
    expect(codes({ ...promise, due: '2026-03-02' })).toEqual([]);
    expect(codes({ ...past, owner: 'Tổ Hành chính' }, { standing: past })).toEqual([]);
    expect(codes(past, { today: null })).toEqual([]);
  });

  test('that went out does not vanish by a correction', () => {
    expect(codes(null, { standing: promise })).toEqual(['commitment.text commitment-dropped']);
  });
});

test('evidence says what was done, and names no person', () => {
  const of = (words: string) => issuesOfMark({ kind: 'kept', words, link: null }, known).map(({ code }) => code);
  expect(of('Đã lắp hai bình nước ở tầng ba, nghiệm thu ngày 20 tháng 6, có biên bản.')).toEqual([]);
  expect(of('Đã thực hiện xong.')).toEqual(['evidence-vague']);
  expect(of('Cô Lan đã lắp hai bình nước ở tầng ba và thay lõi lọc.')).toEqual(['names-person']);
});

test('an objection says why, a confirmation need not, and another line beside one does; none names a person', () => {
  const of = (verdict: 'confirmed' | 'objected', words: string, corrects = false) =>
    issuesOfCheck({ verdict, words }, known, corrects).map(({ code }) => code);
  const why = 'Tầng ba mới lắp một bình nước, bình thứ hai còn để trong kho của trường.';
  expect([of('confirmed', ''), of('objected', why), of('confirmed', why, true)]).toEqual([[], [], []]);
  expect([of('objected', ''), of('objected', 'Chưa đúng.'), of('confirmed', '', true)]).toEqual([
    ['check-vague'],
    ['check-vague'],
    ['check-vague'],
  ]);
  expect(of('confirmed', 'Đã xem cùng cô Lan.')).toEqual(['names-person']);
});

describe('marks', () => {
  const later = { ...promise, due: '2026-09-30' };
  const kept = { seq: 1, kind: 'kept' } as const;
  const reopened = { seq: 1, kind: 'reopened' } as const;
  const answers = (...commitments: (Commitment | null)[]) =>
    commitments.map((commitment, at) => ({ seq: at + 1, commitment }));
  const standing = (commitments: (Commitment | null)[], ...marks: { seq: number; kind: 'kept' | 'reopened' }[]) =>
    isKept(marksThatStand(answers(...commitments), marks));

  test('the last one says whether it is kept', () => {
    expect(standing([promise])).toBe(false);
    expect(standing([promise], kept)).toBe(true);
    expect(standing([promise], kept, reopened)).toBe(false);
    expect(standing([promise], kept, reopened, kept)).toBe(true);
  });

  test('outlive a correction of other words, and not one that puts the commitment anew, be it back again', () => {
    expect(standing([promise, promise], kept)).toBe(true);
    expect(standing([promise, later], kept)).toBe(false);
    expect(standing([promise, later, promise], kept)).toBe(false);
    expect(standing([promise, later], kept, { seq: 2, kind: 'kept' })).toBe(true);
    expect(standing([null, promise], kept)).toBe(false);
  });
});
