import { canonicalJson, toBase64Url, utf8 } from '@danban/bytes';
import { proofText, signSubmission } from '@danban/credential';
import { sheetText } from '@danban/verify/leaf';
import type { Answers } from '../browser/answers.ts';
import { asKept } from '../browser/asKept.ts';
import { send, type Deliver } from '../browser/send.ts';
import { handOver } from '../receipt/device.ts';
import type { ReadOpening } from '../receipt/opening.ts';
import { receiptOf } from '../receipt/promised.ts';
import { forgetUsed, type Kept } from './credentials.ts';
import { padded } from './padded.ts';
import { isUsedUp } from './usedUp.ts';

/** Answers under a credential, signed by its pseudonym: one text, to be sent any number of times. */
async function sheetOf(kept: Kept, answers: Answers): Promise<string> {
  const salt = toBase64Url(kept.salt);
  const text = sheetText({ answers: canonicalJson(answers), salt, unit: kept.unit });
  const proof = await signSubmission(kept.key, kept.opening, utf8(text));
  return padded({ stratum: kept.stratum, salt, answers, proof: proofText({ ...kept, proof }) });
}

/**
 * Sends answers under this credential to the origin `urn`, and takes it off the device once it has been used. `opening`: what
 * the receipt is held against; null where not even this tab is to keep it.
 */
export const deliverUnder = (kept: Kept, urn: string, opening: ReadOpening | null): Deliver => {
  return async (answers, onWaiting) => {
    let sent = answers;
    const outcome = await asKept(answers, async (given) => {
      sent = given;
      return send(`${urn}/api/s/${kept.slug}/submissions`, await sheetOf(kept, given), onWaiting);
    });
    if (isUsedUp(outcome)) await forgetUsed(kept);
    if (outcome.kind === 'accepted' && opening) await handReceipt(opening, kept, sent, outcome.answer);
    return outcome;
  };
};

/** The seed is gone by now: its code, which she has noted, is the rest of the receipt. */
async function handReceipt(opening: ReadOpening, kept: Kept, sent: Answers, answer: unknown): Promise<void> {
  const sheet = { answers: canonicalJson(sent), salt: toBase64Url(kept.salt), unit: kept.unit };
  const receipt = await receiptOf(opening, sheet, answer, null).catch(() => null);
  if (receipt) handOver(kept.slug, receipt);
}
