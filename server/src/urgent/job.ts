import type { House } from '../house.ts';
import { KeysAway } from '../keys/folder.ts';
import { find } from '../surveys/queries.ts';
import { letterOf } from './letter.ts';
import { findContact, markRefused, removeMessage, takeWaiting, type Contact, type Message } from './queries.ts';

const later = 10 * 60_000;

type Outcome = 'left' | 'refused' | 'keys-away';

/** The letter leaves, or has left before a crash: then its key is gone already. */
async function send(house: House, contact: Contact, { id, survey_id, sealed }: Message): Promise<Outcome> {
  try {
    const words = await house.urgent.open(id, sealed);
    if (words === 'gone') return 'left';
    const survey = (await find(house.db, survey_id))!;
    const to = { name: contact.name, address: contact.email };
    const posted = await house.post.send({ survey: survey_id, id, to, ...letterOf(words, survey) });
    return posted === 'sent' ? 'left' : 'refused';
  } catch (error) {
    if (error instanceof KeysAway) return 'keys-away';
    throw error;
  }
}

/**
 * One message: its row goes with its key, the key first, so that a crash between them sends nothing twice and leaves nothing
 * that could be opened.
 */
async function sendOne(house: House, contact: Contact, passedOver: string[]): Promise<Outcome | 'none'> {
  const [id, outcome] = await house.db.transaction().execute(async (trx) => {
    const message = await takeWaiting(trx, passedOver);
    if (!message) return ['', 'none'] as const;
    const came = await send(house, contact, message);
    if (came !== 'left') return [message.id, came] as const;
    await house.urgent.destroy(message.id);
    await removeMessage(trx, message.id);
    return [message.id, came] as const;
  });
  if (outcome === 'left') await house.urgent.forget(id);
  if (outcome === 'keys-away') passedOver.push(id);
  return outcome;
}

/**
 * Everything that waits, of whatever survey. While nobody is named, or nobody takes letters at the address, or the keys are
 * away, it waits; a server of mail that is away is tried again by the job's own patience.
 */
export async function sendWaiting(house: House): Promise<Date | null> {
  const inAWhile = new Date(house.clock().getTime() + later);
  const contact = await findContact(house.db);
  if (!contact || !house.post.leaves) return inAWhile;
  const passedOver: string[] = [];
  for (;;) {
    const outcome = await sendOne(house, contact, passedOver);
    if (outcome === 'none') return passedOver.length > 0 ? inAWhile : null;
    if (outcome === 'refused') {
      await markRefused(house.db, contact.email, true);
      return inAWhile;
    }
    if (outcome === 'left' && contact.refused) await markRefused(house.db, contact.email, false);
  }
}
