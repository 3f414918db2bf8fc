import type { RosterDb } from '@danban/db/vaults/roster';
import type { KeyFolder } from '../keys/folder.ts';
import type { DeliveryWish, Mailbag } from '../vaults/roster.ts';
import { deal, dealer, type Dealer } from './dealing.ts';
import { written } from './invitations.ts';
import { readInviteKey } from './keys.ts';
import { findAddressed, findToMail, saveRefused } from './mailing.queries.ts';

/** Letters on their way at the same time: cut short, no more than these leave twice. */
const abreast = 4;

export function openDealer(db: RosterDb, keys: KeyFolder): Dealer {
  return dealer(async (survey, mailing) =>
    deal(await readInviteKey(keys, survey), survey, mailing, await findAddressed(db, survey)),
  );
}

async function allOf(doings: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(doings)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Goes through some places of a mailing and hands the letters to `bag` alone. Who is passed over, because she was struck
 * off or has come, is decided here at that moment and answered to nobody: every place is told to be passed alike.
 */
export async function deliver(
  { db, keys, mailings }: { db: RosterDb; keys: KeyFolder; mailings: Dealer },
  survey: string,
  { mailing, from, most, waitingOnly }: DeliveryWish,
  bag: Mailbag,
): Promise<void> {
  const inviteKey = await readInviteKey(keys, survey);
  const queue = await mailings.some(survey, mailing, from, most);
  for (let at = 0; at < queue.length; at += abreast) {
    const some = queue.slice(at, at + abreast);
    const entries = await findToMail(db, survey, some, waitingOnly);
    const send = async (person: string, i: number): Promise<void> => {
      const entry = entries.get(person);
      if (!entry) return;
      const posted = await bag.send(written(inviteKey, survey, entry), from + at + i);
      // Of a letter that goes to who has not come alone, a note on the list would say just that.
      if (!waitingOnly) await saveRefused(db, survey, person, posted === 'refused');
    };
    await allOf(some.map(send));
    await bag.passed(from + at + some.length);
  }
}
