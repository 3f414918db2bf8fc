import { canonicalJson, toBase64Url } from '@danban/bytes';
import { leafSalt, readSeed, SEED_BYTES, seedCode } from '@danban/credential';
import type { Answers } from '../browser/answers.ts';
import { asKept } from '../browser/asKept.ts';
import type { Page } from '../browser/page.ts';
import { fetched, type Outcome, type Waiting } from '../browser/send.ts';
import { canDerive } from './able.ts';
import { handOver } from './device.ts';
import { readOpening, type ReadOpening } from './opening.ts';
import { receiptOf } from './promised.ts';

/** Of a sheet that is sent once more: what it was sent with before. */
const plain = 'plain';

/** A key for one sheet, from a seed drawn here. */
interface Keyed {
  code: string;
  salt: string;
  opening: ReadOpening;
}

/**
 * Sends a sheet with a key of its own, so that its writer finds it again, and hands the receipt to the page that comes next.
 * Where the browser or the server cannot do that, it is sent without: an answer never waits for its receipt.
 */
export async function sendForReceipt(
  page: Page,
  answers: Answers,
  sending: (answers: Answers, salt?: string) => Promise<Outcome>,
  onWaiting: (why: Waiting) => void,
): Promise<Outcome> {
  const keyed = await keyFor(page, onWaiting);
  if (keyed === 'later') return { kind: 'unreachable' };
  if (keyed === plain) return sending(answers);
  let sent = answers;
  const outcome = await asKept(answers, (given) => sending((sent = given), keyed.salt));
  if (outcome.kind === 'refused' && outcome.problem.code === 'answers-rewritten') {
    page.memory.keepSeed(page.nonce.value, plain);
    return sending(answers);
  }
  if (outcome.kind === 'accepted') await handReceipt(page.slug, keyed, sent, outcome.answer);
  return outcome;
}

async function handReceipt(
  slug: string,
  { opening, salt, code }: Keyed,
  sent: Answers,
  answer: unknown,
): Promise<void> {
  const sheet = { answers: canonicalJson(sent), salt };
  const receipt = await receiptOf(opening, sheet, answer, code).catch(() => null);
  if (receipt) handOver(slug, receipt);
}

/**
 * A sheet that may have arrived is sent again with the same key, or without one as before: with another it would be another
 * sheet. So the seed stays in this tab until the urn has answered.
 */
async function keyFor(
  { slug, nonce, memory }: Page,
  onWaiting: (why: Waiting) => void,
): Promise<Keyed | typeof plain | 'later'> {
  const known = memory.seed(nonce.value);
  if (known === plain || !canDerive()) return plain;
  const opening = await fetched(() => readOpening(slug), onWaiting);
  if (!opening && known) return 'later';
  const code = known ?? seedCode(crypto.getRandomValues(new Uint8Array(SEED_BYTES)));
  memory.keepSeed(nonce.value, opening?.record.log === undefined ? plain : code);
  if (opening?.record.log === undefined || memory.seed(nonce.value) !== code) return plain;
  const read = readSeed(code);
  return read.ok ? { code, opening, salt: toBase64Url(await leafSalt(read.bytes, opening.hash)) } : plain;
}
