import { sha256 } from '@noble/hashes/sha2.js';
import { ed25519 } from '@danban/credential';
import type { Verify } from '@danban/merkle';
import { checkReceipt, checkSurvey, receiptOf, type Check, type Checked, type Published } from '@danban/verify/check';
import { countedAs, type CountedQuestion } from './countedAs.ts';
import { sourceOf } from './source.ts';

const verify: Verify = async (publicKey, message, signature) => (await ed25519()).verify(publicKey, message, signature);
const primitives = { sha256: (bytes: Uint8Array) => sha256(bytes), verify };

/** A survey as it was looked through on this device. */
export const lookThrough = (slug: string): Promise<Checked> => checkSurvey(sourceOf(slug), primitives);

/** What became of one sheet. */
export interface Sheet {
  checks: readonly Check[];
  /** Question by question how it was counted; null where that is not to be said yet. */
  counted: readonly CountedQuestion[] | null;
}

/** Of a code as it was typed, or of what stands behind `#` of a receipt's link; null for what is no receipt. */
export async function lookFor(text: string, published: Published, openingHash: string): Promise<Sheet | null> {
  const receipt = await receiptOf(text, openingHash);
  if (!receipt) return null;
  const { checks, found } = await checkReceipt(primitives, published, receipt);
  return { checks, counted: found && published.head && countedAs(published.head, found) };
}
