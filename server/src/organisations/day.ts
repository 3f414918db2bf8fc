export { shiftDay } from '@danban/clocks';

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day in Vietnam, `YYYY-MM-DD`: units, bodies and surveys live by days, not by the server's zone. */
export function dayOf(at: Date): string {
  return inVietnam.format(at);
}

/** The same day of a later month, or its last day where it is shorter. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0);
  return later;
}
