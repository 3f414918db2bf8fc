export { calendarOf, workingDaysLater, workingFrom, type Calendar, type SaidOfDay } from './calendar.ts';
export { daysBetween, isWeekend, shiftDay, type Day } from './days.ts';
export { countings, dueOn, lastDayOf, standingAt, type Counting, type Standing, type Term } from './deadline.ts';
export { holidaysOf, knownUntil } from './holidays.ts';
export { presetNames, presets, type Preset, type PresetName } from './presets.ts';
