import { isWeekend, shiftDay, type Day } from './days.ts';
import { holidaysOf } from './holidays.ts';

/** What an administrator says of a day, and the calendar does not know: a swapped day, a new holiday. */
export interface SaidOfDay {
  readonly day: Day;
  readonly works: boolean;
}

export interface Calendar {
  isWorking(day: Day): boolean;
}

/** The days off of a year: holidays, and for each that falls on a weekend the next working day (Labour Code, Art. 111.3). */
function daysOff(year: string): ReadonlySet<Day> {
  const off = new Set(holidaysOf(year));
  for (const holiday of holidaysOf(year).filter(isWeekend)) {
    let instead = holiday;
    while (isWeekend(instead) || off.has(instead)) instead = shiftDay(instead, 1);
    off.add(instead);
  }
  return off;
}

/** Monday to Friday without holidays, as an administrator has corrected it. */
export function calendarOf(said: readonly SaidOfDay[] = []): Calendar {
  const corrected = new Map(said.map(({ day, works }) => [day, works]));
  const years = new Map<string, ReadonlySet<Day>>();
  const offIn = (year: string): ReadonlySet<Day> => {
    const off = years.get(year) ?? daysOff(year);
    years.set(year, off);
    return off;
  };
  return {
    isWorking: (day) => corrected.get(day) ?? (!isWeekend(day) && !offIn(day.slice(0, 4)).has(day)),
  };
}

/** Nobody's calendar is free of work for longer; a loop through one that is must end. */
const longestRest = 400;

/** The first working day from this one on. */
export function workingFrom(day: Day, calendar: Calendar): Day {
  let found = day;
  for (let at = 0; at < longestRest && !calendar.isWorking(found); at++) found = shiftDay(found, 1);
  return found;
}

/** So many working days later; the day itself is not counted. */
export function workingDaysLater(day: Day, count: number, calendar: Calendar): Day {
  let found = day;
  for (let at = 0; at < count; at++) found = workingFrom(shiftDay(found, 1), calendar);
  return found;
}
