import { can, type Actor, type Person } from '@danban/access';
import { calendarOf, holidaysOf, knownUntil, type Calendar, type SaidOfDay } from '@danban/clocks';
import type { CalendarView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { record } from '../audit/record.ts';
import { installation } from '../factors/rules.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/day.ts';
import { findSaid, replaceSaid } from './queries.ts';

/** The working days of the house. */
export async function calendarIn(db: Db): Promise<Calendar> {
  return calendarOf(await findSaid(db));
}

export async function calendarView(house: House, person: Person): Promise<CalendarView> {
  const year = Number(dayOf(house.clock()).slice(0, 4));
  const holidays = [year, year + 1].flatMap((one) => holidaysOf(String(one)));
  const mayChange = can(person, 'settings.manage', await installation(house));
  return { holidays, said: await findSaid(house.db), knownUntil, mayChange };
}

/** What administrators say of days, all of it at once. */
export async function sayDays(house: House, by: Actor, said: readonly SaidOfDay[]): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await replaceSaid(trx, said);
    await record(house, trx, { by, act: 'calendar.change', details: { days: said.length } });
  });
}
