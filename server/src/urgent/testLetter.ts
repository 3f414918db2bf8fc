import { randomUUID } from 'node:crypto';
import type { Person } from '@danban/access';
import type { UrgentTestView } from '@danban/contract';
import { t } from '@danban/i18n';
import { record } from '../audit/record.ts';
import { installation } from '../factors/rules.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { PostAway } from '../mail/post.ts';
import type { Throttle } from '../sessions/throttle.ts';
import { demand } from '../sessions/staff.ts';
import { findContact, markRefused, type Contact } from './queries.ts';

/** Says in its subject and its first line that it is none of the messages it tries the way for. */
function testLetterTo({ name, email }: Contact) {
  const paragraphs = ['mark', 'why', 'real', 'then'] as const;
  return {
    survey: 'urgent-test',
    id: `test.${randomUUID()}`,
    to: { name, address: email },
    subject: t('vi', 'urgent.test.letter.subject'),
    text: `${paragraphs.map((one) => t('vi', `urgent.test.letter.${one}`, { name })).join('\n\n')}\n`,
  };
}

async function sendTo(house: House, contact: Contact): Promise<UrgentTestView['outcome']> {
  try {
    return await house.post.send(testLetterTo(contact));
  } catch (error) {
    if (error instanceof PostAway) return 'away';
    throw error;
  }
}

/**
 * A letter to whoever is named, while its sender waits, and what the server of mail said. It passes no table, no job and no
 * count of messages; whether anybody takes letters at the address holds for them as well.
 */
export async function sendTestLetter(house: House, throttle: Throttle, person: Person): Promise<UrgentTestView> {
  const by = demand(person, 'settings.manage', await installation(house));
  const contact = await findContact(house.db);
  if (!contact || !house.post.leaves) throw new ProblemError('urgent-test-off');
  if (!throttle.take('urgent-test', house.clock())) throw new ProblemError('too-many-attempts');
  const outcome = await sendTo(house, contact);
  if (outcome !== 'away') await markRefused(house.db, contact.email, outcome === 'refused');
  await house.db.transaction().execute((trx) => {
    return record(house, trx, { by, act: 'urgent.test', details: { taken: outcome === 'sent' } });
  });
  return { outcome };
}
