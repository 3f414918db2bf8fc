const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/;
/** Days since 1899-12-30, as a cell holds a date that is shown as a number. */
const serial = /^\d{5}$/;
const dayLength = 86_400_000;

function dayFrom(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2100 ? at.toISOString().slice(0, 10) : undefined;
}

/** A day as people write it here, day first (`5/9/2024`, `05.09.2024`), or `2024-09-05`; `undefined`: none of that. */
export function dayIn(text: string): string | undefined {
  const [, day, month, year] = written.exec(text) ?? [];
  if (day !== undefined) return dayFrom(Number(year), Number(month), Number(day));
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? [];
  if (isoYear !== undefined) return dayFrom(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (!serial.test(text)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * dayLength).toISOString().slice(0, 10);
}

/** `2024-09-05` as people read it: `05/09/2024`. */
export function writtenDay(day: string): string {
  return day.split('-').reverse().join('/');
}
