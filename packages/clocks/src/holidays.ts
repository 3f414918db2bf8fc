import { shiftDay, type Day } from './days.ts';

interface Moving {
  /** The first day of the lunar year. */
  tet: Day;
  /** Of the five days of Tết, how many lie before it: the government decides every year. */
  before: 1 | 2;
  /** The tenth day of the third lunar month. */
  kings: Day;
  /** On which side of 2 September the second day of National Day lies. */
  beside: -1 | 1;
}

/** What moves, by year. Of years to come the two choices of the government are the most usual ones until they are known. */
const moving: Readonly<Record<string, Moving>> = {
  2023: { tet: '2023-01-22', before: 2, kings: '2023-04-29', beside: -1 },
  2024: { tet: '2024-02-10', before: 2, kings: '2024-04-18', beside: 1 },
  2025: { tet: '2025-01-29', before: 2, kings: '2025-04-07', beside: -1 },
  2026: { tet: '2026-02-17', before: 1, kings: '2026-04-26', beside: -1 },
  2027: { tet: '2027-02-06', before: 2, kings: '2027-04-16', beside: 1 },
  2028: { tet: '2028-01-26', before: 1, kings: '2028-04-04', beside: -1 },
  2029: { tet: '2029-02-13', before: 1, kings: '2029-04-23', beside: 1 },
  2030: { tet: '2030-02-02', before: 2, kings: '2030-04-12', beside: 1 },
};

/** The last year whose Tết and Kings' Day are known here; of later ones an administrator says them. */
export const knownUntil = Math.max(...Object.keys(moving).map(Number));

const daysOfTet = 5;

function movingDays({ tet, before, kings, beside }: Moving, year: string): Day[] {
  const days = Array.from({ length: daysOfTet }, (_, at) => shiftDay(tet, at - before));
  return [...days, kings, shiftDay(`${year}-09-02`, beside)];
}

/**
 * The public holidays of a year, in order: New Year, five days of Tết, the Kings' Day, 30 April, 1 May, two days of National Day.
 * Source: Labour Code 45/2019/QH14, Art. 112.
 */
export function holidaysOf(year: string): Day[] {
  const fixed = ['01-01', '04-30', '05-01', '09-02'].map((day) => `${year}-${day}`);
  const known = moving[year];
  return [...fixed, ...(known ? movingDays(known, year) : [])].sort();
}
