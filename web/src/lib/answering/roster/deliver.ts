import { canonicalJson, toBase64Url, utf8 } from '@danban/bytes';
import { proofText, signSubmission } from '@danban/credential';
import { sheetText } from '@danban/verify/leaf';
import type { Answers } from '../browser/answers.ts';
import { asKept } from '../browser/asKept.ts';
import { send, type Deliver } from '../browser/send.ts';
import { forgetUsed, type Kept } from './credentials.ts';
import { padded } from './padded.ts';
import { isUsedUp } from './usedUp.ts';

/** Half of a sign that takes two is nothing JSON can carry. */
function wellFormed(answers: Answers): Answers {
  const whole = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
  return JSON.parse(JSON.stringify(answers), whole) as Answers;
}

/** Answers under a credential, signed by its pseudonym: one text, to be sent any number of times. */
async function sheetOf(kept: Kept, given: Answers): Promise<string> {
  const [salt, answers] = [toBase64Url(kept.salt), wellFormed(given)];
  const text = sheetText({ answers: canonicalJson(answers), salt, unit: kept.unit });
  const proof = await signSubmission(kept.key, kept.opening, utf8(text));
  return padded({ stratum: kept.stratum, salt, answers, proof: proofText({ ...kept, proof }) });
}

/** Sends answers under this credential to the origin `urn`, and takes it off the device once it has been used. */
export const deliverUnder = (kept: Kept, urn: string): Deliver => {
  return async (answers, onWaiting) => {
    const outcome = await asKept(answers, async (given) =>
      send(`${urn}/api/s/${kept.slug}/submissions`, await sheetOf(kept, given), onWaiting),
    );
    if (isUsedUp(outcome)) await forgetUsed(kept);
    return outcome;
  };
};
