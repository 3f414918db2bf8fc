import { createHmac } from 'node:crypto';
import type { RosterDb } from '@danban/db/vaults/roster';
import type { KeyFolder } from '../keys/folder.ts';
import type { DeliveryWish, Mailbag } from '../vaults/roster.ts';
import { codeOf, codeText } from './invitations.ts';
import { readInviteKey } from './keys.ts';
import { findAddressed, findToMail } from './queries.ts';

/**
 * The order of one mailing. Only who holds the key of the invitations can tell whom a place is, and the key goes at the
 * close: how far a mailing has come, and when, says nothing about anybody.
 */
function dealt(inviteKey: Buffer, survey: string, mailing: number, people: readonly string[]): string[] {
  const placeOf = (person: string): string =>
    createHmac('sha256', inviteKey)
      .update(JSON.stringify(['danban/mailing/v1', survey, mailing, person]))
      .digest('hex');
  const places = new Map(people.map((person) => [person, placeOf(person)]));
  return people.toSorted((a, b) => (places.get(a)! < places.get(b)! ? -1 : 1));
}

/**
 * Goes through some places of a mailing and hands each letter to `bag` alone. Who is passed over, because she was struck
 * off or has come, is decided here at that moment and answered to nobody: every place is told to be passed alike.
 */
export async function deliver(
  db: RosterDb,
  keys: KeyFolder,
  survey: string,
  { mailing, from, most, waitingOnly }: DeliveryWish,
  bag: Mailbag,
): Promise<void> {
  const inviteKey = await readInviteKey(keys, survey);
  const queue = dealt(inviteKey, survey, mailing, await findAddressed(db, survey));
  for (const [i, person] of queue.slice(from, from + most).entries()) {
    const entry = await findToMail(db, survey, person, waitingOnly);
    if (entry) {
      const { id, unit, name, email, phone, edition, stratum } = entry;
      const code = codeText(codeOf(inviteKey, survey, id, edition));
      await bag.send({ id, unit, name, email, phone, code, stratum: stratum! }, from + i);
    }
    await bag.passed(from + i + 1);
  }
}
