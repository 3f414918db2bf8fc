import { expect, test } from 'vitest';
import { cautionSentence, participationSentence, speaksForFew, whoAnswered } from '../index.ts';
import type { FoundParticipation } from '../index.ts';

const exact = (respondents: number, invited: number | null): FoundParticipation => ({
  kind: 'exact',
  respondents,
  invited,
  percent: invited === null ? null : Math.round((respondents * 1000) / invited) / 10,
  moreThanInvited: invited !== null && respondents > invited,
});

test('how many answered of how many asked is said in what the survey counts', () => {
  expect(participationSentence('vi', exact(12, 1171), 'household')).toBe('12 phiếu trên 1.171 gia đình được hỏi (1%).');
  expect(participationSentence('vi', exact(62, 84), 'person')).toBe('62 phiếu trên 84 người được hỏi (73,8%).');
  expect(participationSentence('en', exact(12, 1171), 'household')).toBe('12 forms from 1,171 families asked (1%).');
  expect(participationSentence('vi', exact(40, null), 'visit')).toContain('Không rõ số lượt được hỏi');
});

test('a share that rounds to nothing is not said as nothing', () => {
  expect(participationSentence('vi', exact(8, 25_000), 'person')).toContain('(dưới 0,1%)');
});

test('more answers than asked are told, and are no longer called people', () => {
  const part = exact(39, 36);
  expect(participationSentence('vi', part, 'household')).toContain('Số phiếu nhiều hơn số được hỏi');
  expect(whoAnswered('household', part)).toBe('form');
  expect(whoAnswered('household', exact(30, 36))).toBe('household');
});

test('under three in ten the figures are said to be those of who answered', () => {
  expect(cautionSentence('vi', exact(12, 1171), 'household')).toBe(
    'Mới 1% số gia đình được hỏi trả lời. Các con số ở đây nói về 12 gia đình đã trả lời, chưa nói thay cho tất cả.',
  );
  expect(cautionSentence('vi', exact(299, 1000), 'person')).not.toBe('');
  expect(cautionSentence('vi', exact(300, 1000), 'person')).toBe('');
});

test('a few answers are said to be few, unless they are nearly all there could be', () => {
  expect(cautionSentence('vi', exact(29, 60), 'person')).toContain('Chỉ có 29 phiếu');
  expect(cautionSentence('vi', exact(30, 60), 'person')).toBe('');
  expect(cautionSentence('vi', exact(19, 20), 'person')).toBe('');
});

test('where nobody knows how many were asked, figures speak for nobody else', () => {
  expect(cautionSentence('vi', exact(400, null), 'visit')).toContain('Không rõ bao nhiêu lượt được hỏi');
});

test('protected participation stays a bound, and nothing more is drawn from it', () => {
  const hidden: FoundParticipation[] = [
    { kind: 'below', percent: 20 },
    { kind: 'band', atLeast: 25 },
    { kind: 'few' },
    { kind: 'unknown' },
  ];
  for (const lang of ['vi', 'en'] as const) {
    expect(hidden.map((part) => cautionSentence(lang, part, 'person'))).toEqual(['', '', '', '']);
  }
  expect(hidden.map(speaksForFew)).toEqual([false, false, false, false]);
  expect(participationSentence('vi', hidden[0]!, 'household')).toBe('Dưới 20% số gia đình được hỏi đã trả lời.');
  expect(participationSentence('vi', hidden[2]!, 'household')).toBe('Được bảo vệ.');
});
