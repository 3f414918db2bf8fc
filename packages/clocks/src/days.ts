/** A day in Vietnam as `YYYY-MM-DD`; days compare as texts. Zone +7 all year, so a day is whatever the caller's clock says there. */
export type Day = string;

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayLong = 24 * 60 * 60 * 1000;

/** The day after or before, in whole days. */
export function shiftDay(day: Day, by: number): Day {
  const moved = at(day);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

/** From one day to another; negative where the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to).getTime() - at(from).getTime()) / dayLong);
}

export function isWeekend(day: Day): boolean {
  const weekday = at(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}
