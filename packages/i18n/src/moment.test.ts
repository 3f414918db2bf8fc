import { expect, test } from 'vitest';
import { formatMoment } from './messages.ts';

test('a moment is written as letters write it, on the clock of Vietnam', () => {
  expect(formatMoment('vi', '2026-03-05T10:00:00Z')).toBe('17 giờ, thứ Năm ngày 05 tháng 3 năm 2026');
  expect(formatMoment('vi', '2026-02-28T17:30:00Z')).toBe('0 giờ 30, Chủ Nhật ngày 01 tháng 3 năm 2026');
  expect(formatMoment('vi', '2026-01-14T01:05:00Z')).toBe('8 giờ 05, thứ Tư ngày 14 tháng 01 năm 2026');
  expect(formatMoment('en', '2026-03-05T10:00:00Z')).toBe('17:00 on Thursday, 5 March 2026');
});
