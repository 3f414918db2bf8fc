import { randomUUID } from 'node:crypto';
import { can, type Person } from '@danban/access';
import type { UrgentContactInput, UrgentContactView, UrgentReader } from '@danban/contract';
import type { UrgentWay } from '@danban/survey';
import { cleanText } from '@danban/text';
import { record } from '../audit/record.ts';
import { installation } from '../factors/rules.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { schedule, scheduleOnce } from '../jobs/queries.ts';
import { dayOf } from '../organisations/day.ts';
import { demand } from '../sessions/staff.ts';
import type { Entrance } from '../surveys/doors.ts';
import type { UrgentWords } from './box.ts';
import type { Pace } from './pace.ts';
import * as queries from './queries.ts';

/** More than any day of need brings: whoever fills the table beyond it is no child. */
const mostWaiting = 2_000;

/** Whether a message that cannot wait would reach anybody, and whom. */
export async function urgentWay({
  db,
  post,
}: Pick<House, 'db' | 'post'>): Promise<{ way: UrgentWay; reader: UrgentReader | null }> {
  if (!post.leaves) return { way: 'no-mail', reader: null };
  const contact = await queries.findContact(db);
  if (!contact) return { way: 'no-contact', reader: null };
  return { way: 'ready', reader: { name: contact.name, phone: contact.phone } };
}

/** Due since the day began: what is kept of a message has no time. */
const sinceMorning = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** Committed, sealed, before it is acknowledged; from then on it is tried until the server of mail has taken it. */
export async function accept(house: House, pace: Pace, entrance: Entrance, words: UrgentWords): Promise<void> {
  if (!entrance.urgent) throw new ProblemError('urgent-off');
  const isFlood = !pace.take(entrance.survey, house.clock());
  if (isFlood || (await queries.countWaiting(house.db)).waiting >= mostWaiting)
    throw new ProblemError('urgent-too-many');
  const id = randomUUID();
  const clean = { message: cleanText(words.message), reach: cleanText(words.reach) };
  const sealed = await house.urgent.seal(id, clean);
  const day = dayOf(house.clock());
  try {
    await queries.insertMessage(house.db, { id, survey_id: entrance.survey, accepted_on: day, sealed });
  } catch (error) {
    await house.urgent.destroy(id);
    await house.urgent.forget(id);
    throw error;
  }
  await scheduleOnce(house.db, entrance.survey, 'urgent', sinceMorning(day));
  house.wake();
}

/** Whatever has not left is asked for again: at the start, and with the work of the day. */
export async function askForWaiting(house: House): Promise<void> {
  const morning = sinceMorning(dayOf(house.clock()));
  for (const survey of await queries.surveysWaiting(house.db)) {
    await scheduleOnce(house.db, survey, 'urgent', morning);
  }
}

/** For every administrator to read; who administrates the installation may name somebody. */
export async function contactOf(house: House, person: Person): Promise<UrgentContactView> {
  if (!person.grants.some(({ role }) => role === 'admin')) throw new ProblemError('not-allowed');
  const { refused = false, ...contact } = (await queries.findContact(house.db)) ?? {};
  return {
    contact: 'name' in contact ? contact : null,
    mail: house.post.leaves,
    refused,
    ...(await queries.countWaiting(house.db)),
    mayChange: can(person, 'settings.manage', await installation(house)),
  };
}

/** `null` takes the name away: then no survey leads to anybody. */
export async function nameContact(house: House, person: Person, contact: UrgentContactInput | null): Promise<void> {
  const by = demand(person, 'settings.manage', await installation(house));
  await house.db.transaction().execute(async (trx) => {
    if (contact) await queries.saveContact(trx, contact);
    else if (!(await queries.removeContact(trx))) return;
    await record(house, trx, { by, act: 'urgent.contact', details: { named: contact !== null } });
  });
  // What could not be sent to the address before may go now.
  const morning = sinceMorning(dayOf(house.clock()));
  for (const survey of await queries.surveysWaiting(house.db)) await schedule(house.db, survey, 'urgent', morning);
  house.wake();
}
