import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarOf,
  daysBetween,
  dueOn,
  holidaysOf,
  isWeekend,
  lastDayOf,
  presets,
  shiftDay,
  standingAt,
  workingDaysLater,
} from './index.ts';

const calendar = calendarOf();
const rest = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => shiftDay(from, at)).filter(
    (day) => !calendar.isWorking(day),
  );

describe('days off', () => {
  test('Tết is as the government announced it, with days in place of those on a weekend', () => {
    expect(rest('2023-01-19', '2023-01-27')).toEqual(rest('2023-01-20', '2023-01-26'));
    expect(rest('2023-01-20', '2023-01-26')).toHaveLength(7);
    expect(rest('2024-02-07', '2024-02-15')).toHaveLength(7);
    expect(rest('2024-02-08', '2024-02-14')).toHaveLength(7);
    expect(rest('2025-01-24', '2025-02-03')).toEqual(rest('2025-01-25', '2025-02-02'));
    expect(rest('2025-01-25', '2025-02-02')).toHaveLength(9);
    expect(rest('2026-02-13', '2026-02-23')).toEqual(rest('2026-02-14', '2026-02-22'));
  });

  test("the Kings' Day and the end of April of 2023 ran from 29 April to 3 May", () => {
    expect(rest('2023-04-28', '2023-05-04')).toEqual(rest('2023-04-29', '2023-05-03'));
    expect(rest('2023-04-29', '2023-05-03')).toHaveLength(5);
  });

  test('National Day has a second day beside it', () => {
    expect(rest('2023-08-31', '2023-09-05')).toEqual(['2023-09-01', '2023-09-02', '2023-09-03', '2023-09-04']);
    expect(rest('2024-09-02', '2024-09-04')).toEqual(['2024-09-02', '2024-09-03']);
  });

  test('each year has eleven', () => {
    for (let year = 2023; year <= 2030; year++) expect(new Set(holidaysOf(String(year))).size).toBe(11);
  });

  test('an administrator swaps a day for another', () => {
    const swapped = calendarOf([
      { day: '2026-08-31', works: false },
      { day: '2026-08-22', works: true },
    ]);
    expect([swapped.isWorking('2026-08-31'), swapped.isWorking('2026-08-22')]).toEqual([false, true]);
    expect([calendar.isWorking('2026-08-31'), calendar.isWorking('2026-08-22')]).toEqual([true, false]);
  });
});

describe('deadlines', () => {
  test('“trước 15/6” ends with 14/6, “đến hết 15/6” with that day', () => {
    expect(lastDayOf('2026-06-15', 'before')).toBe('2026-06-14');
    expect(lastDayOf('2026-06-15', 'until')).toBe('2026-06-15');
  });

  test('the day it begins with is not counted, and Tết is not worked through', () => {
    expect(dueOn('2023-11-03', { days: 10, counting: 'working' }, calendar)).toBe('2023-11-17');
    expect(dueOn('2026-02-13', { days: 1, counting: 'working' }, calendar)).toBe('2026-02-23');
    expect(dueOn('2023-11-03', { days: 0, counting: 'working' }, calendar)).toBe('2023-11-03');
  });

  test('calendar days that would end on a day off end with the next working day', () => {
    expect(dueOn('2025-04-20', { days: 10, counting: 'calendar' }, calendar)).toBe('2025-05-02');
    expect(dueOn('2025-04-01', { days: 15, counting: 'calendar' }, calendar)).toBe('2025-04-16');
  });

  test('the last day itself is in time, the next one is late by one', () => {
    expect(standingAt('2026-06-14', '2026-06-14')).toEqual({ late: false, left: 0 });
    expect(standingAt('2026-06-14', '2026-06-15')).toEqual({ late: true, by: 1 });
  });

  test('presets are those of the rules they name', () => {
    expect(presets['vbqppl-2015-province']).toMatchObject({ minDays: 30, replyDays: 10 });
    expect(presets['vbqppl-2025-province']).toMatchObject({ minDays: 20, replyDays: 15 });
    expect(presets['internal-rule']).toMatchObject({ minDays: 7, replyDays: 10 });
  });

  test('whatever the day, a term of working days has just so many of them and ends on one', () => {
    const days = fc.integer({ min: 0, max: 2_500 }).map((by) => shiftDay('2023-06-01', by));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const due = workingDaysLater(from, count, calendar);
        const between = Array.from({ length: daysBetween(from, due) }, (_, at) => shiftDay(from, at + 1));
        expect(between.filter((day) => calendar.isWorking(day))).toHaveLength(count);
        expect(calendar.isWorking(due) && !isWeekend(due)).toBe(true);
      }),
    );
  });
});
