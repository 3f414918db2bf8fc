import { workingDaysLater, workingFrom, type Calendar } from './calendar.ts';
import { daysBetween, shiftDay, type Day } from './days.ts';

export const countings = ['calendar', 'working'] as const;
export type Counting = (typeof countings)[number];

/** A time to do something in. */
export interface Term {
  readonly days: number;
  readonly counting: Counting;
}

/** "Trước ngày 15/6": the last day in time is the one before. "Đến hết ngày 15/6" is that day itself. */
export function lastDayOf(day: Day, bound: 'before' | 'until'): Day {
  return bound === 'before' ? shiftDay(day, -1) : day;
}

/**
 * The last day in time. The day it begins with is not counted; a term of calendar days that would end on a day off ends with the
 * next working day. Source: Civil Code 91/2015/QH13, Art. 147.2 and 148.5.
 */
export function dueOn(from: Day, { days, counting }: Term, calendar: Calendar): Day {
  return counting === 'working' ? workingDaysLater(from, days, calendar) : workingFrom(shiftDay(from, days), calendar);
}

/** How it stands with a deadline: so many days left, or late by so many. */
export type Standing = { readonly late: false; readonly left: number } | { readonly late: true; readonly by: number };

/** @param on the day it was done, or today while it is not */
export function standingAt(due: Day, on: Day): Standing {
  const left = daysBetween(on, due);
  return left >= 0 ? { late: false, left } : { late: true, by: -left };
}
