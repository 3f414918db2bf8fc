import { fromBase64, fromBase64Url, toBase64Url, utf8 } from '@danban/bytes';
import { ed25519 } from '@danban/credential';
import { leafText, sheetText, type Sheet } from '@danban/verify/leaf';
import { promiseMessage } from '@danban/verify/promise';
import type { PromiseView } from '@danban/contract';
import type { Receipt } from './device.ts';
import type { ReadOpening } from './opening.ts';

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A key as C2SP writes it: behind its name and number, and one byte that says its kind. */
const keyIn = (signer: string): Uint8Array => fromBase64(/^[^+]+\+[0-9a-f]{8}\+(.+)$/.exec(signer)?.[1] ?? '').slice(1);

function promiseIn(answer: unknown): PromiseView | null {
  const { promise } = answer as { promise?: Partial<PromiseView> };
  if (typeof promise?.unit !== 'number') return null;
  const texts = [promise.leaf, promise.counted, promise.closesAt, promise.signature];
  return texts.every((text) => typeof text === 'string') ? (promise as PromiseView) : null;
}

/** What was sent, as far as the device knows it: on other doors than the roster's the urn says where it counts. */
export interface Sent {
  answers: string;
  salt: string;
  unit?: number;
}

/**
 * What the urn has answered to a sheet with a key, looked at: the leaf has to be this sheet's, and promised under the key that
 * the opening names. Null where nothing was promised.
 */
export async function receiptOf(
  { hash, record }: ReadOpening,
  sent: Sent,
  answer: unknown,
  code: string | null,
): Promise<Receipt | null> {
  const promise = promiseIn(answer);
  if (!promise || record.log === undefined) return null;
  const text = sheetText({ unit: promise.unit, ...sent } satisfies Sheet);
  const sheet = await digest(utf8(text));
  const { leaf, closesAt, signature } = promise;
  const beside = { code, key: sent.salt, opening: hash, sheet: toBase64Url(sheet) };
  const holds = await isHeld(record.survey, keyIn(record.log), sheet, promise).catch(() => false);
  return { ...beside, leaf, closesAt, signature, holds };
}

async function isHeld(survey: string, key: Uint8Array, sheet: Uint8Array, promise: PromiseView): Promise<boolean> {
  const leaf = await digest(leafText(sheet, fromBase64Url(promise.counted)));
  if (toBase64Url(leaf) !== promise.leaf) return false;
  const message = promiseMessage({ survey, leaf, closesAt: promise.closesAt });
  return (await ed25519()).verify(key, message, fromBase64Url(promise.signature));
}
