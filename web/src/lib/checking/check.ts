import { sha256 } from '@noble/hashes/sha2.js';
import { ed25519, leafSalt, readSeed } from '@danban/credential';
import type { Verify } from '@danban/merkle';
import {
  checkReceipt,
  checkSurvey,
  readReceipt,
  type Check,
  type Checked,
  type Found,
  type Published,
} from '@danban/verify/check';
import { sourceOf } from './source.ts';

const verify: Verify = async (publicKey, message, signature) => (await ed25519()).verify(publicKey, message, signature);
const primitives = { sha256: (bytes: Uint8Array) => sha256(bytes), verify };

/** A survey as it was looked through on this device. */
export const lookThrough = (slug: string): Promise<Checked> => checkSurvey(sourceOf(slug), primitives);

/** What became of one sheet. */
export interface Sheet {
  checks: readonly Check[];
  found: Found | null;
}

/** Of a code as it was typed, or of what stands behind `#` of a receipt's link; null for what is no receipt. */
export async function lookFor(text: string, published: Published, openingHash: string): Promise<Sheet | null> {
  const read = readReceipt(text.includes('#') ? text.slice(text.indexOf('#') + 1) : text);
  const seed = read && readSeed(read.code);
  if (!seed?.ok) return null;
  const key = await leafSalt(seed.bytes, openingHash);
  return checkReceipt(primitives, published, { key, ...(read?.promise && { promise: read.promise }) });
}
