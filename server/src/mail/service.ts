import type { Actor } from '@danban/access';
import type { MailView } from '@danban/contract';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { schedule } from '../jobs/queries.ts';
import { dayOf } from '../organisations/index.ts';
import { demandRosterDoor, mayInvite } from '../roster/list.ts';
import { whileInviting } from '../roster/inviting.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import type { MailKind } from './letter.ts';
import { findMailings, insertMailing } from './queries.ts';

const acts = { invitation: 'survey.mail-invitations', reminder: 'survey.mail-reminders' } as const;

/**
 * How far invitations have come, and how many addresses nobody takes mail for. Of reminders there is no number and no end:
 * both would tell how many had not come.
 */
export async function mailOf(house: House, survey: SurveyRow): Promise<MailView> {
  demandRosterDoor(survey);
  const mailings = await findMailings(house.db, survey.id);
  const { withEmail: addresses, refused } = await house.roster.counts(survey.id);
  return {
    leaves: house.post.leaves,
    addresses,
    refused,
    mayMail: mayInvite(survey),
    mailings: mailings.map(({ kind, asked_on: askedOn, place, addresses: all }) => {
      return { kind, askedOn, sent: kind === 'invitation' ? { done: place, all } : null };
    }),
  };
}

/** Asks for letters to everybody with an address, or for reminders; each at most once a day. */
export async function askMailing(house: House, by: Actor, id: string, kind: MailKind): Promise<void> {
  await whileInviting(house, id, async (trx) => {
    const mailings = await findMailings(trx, id);
    const today = dayOf(house.clock());
    if (mailings.some((one) => one.kind === kind && one.asked_on === today)) throw new ProblemError('mail-once-a-day');
    const { withEmail: addresses } = await house.roster.counts(id);
    if (addresses === 0) throw new ProblemError('mail-no-addresses');
    const number = mailings.length + 1;
    await insertMailing(trx, id, { number, kind, asked_on: today, addresses });
    await schedule(trx, id, 'mail', house.clock());
    await record(house, trx, { by, act: acts[kind], object: id, details: {} });
  });
  house.wake();
}
