import { expect, test } from 'vitest';
import { timeLeft } from './left.ts';

const now = '2026-03-02T01:00:00Z';

test.each([
  ['2026-03-02T10:00:00Z', 'Đóng hôm nay lúc 17:00'],
  ['2026-03-02T16:59:00Z', 'Đóng hôm nay lúc 23:59'],
  ['2026-03-02T17:00:00Z', 'Đóng ngày mai lúc 00:00'],
  ['2026-03-04T10:00:00Z', 'Còn 2 ngày, đến 17:00, 04/03/2026'],
  ['2026-04-01T10:00:00Z', 'Còn 30 ngày, đến 17:00, 01/04/2026'],
  ['2026-04-02T10:00:00Z', 'Đóng lúc 17:00, 02/04/2026'],
  ['2026-03-02T01:00:00Z', 'Đã đóng lúc 08:00, 02/03/2026'],
])('until %s is said by the days of Vietnam: %s', (closesAt, words) => {
  expect(timeLeft('vi', now, closesAt)).toBe(words);
});

test('in English as well', () => {
  expect(timeLeft('en', now, '2026-03-05T10:00:00Z')).toBe('3 days left, until 17:00, 05/03/2026');
});
