import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '@danban/bytes';
import { ed25519AtHand } from '@danban/credential/ed25519';
import type { Verify } from '@danban/merkle';
import {
  checkReceipt,
  checkSurvey,
  receiptOf,
  type Check,
  type Published,
  type Source,
  type Watch,
} from '@danban/verify/check';
import { countedAs, type CountedQuestion } from './countedAs.ts';

const verify: Verify = async (publicKey, message, signature) =>
  (await ed25519AtHand()).verify(publicKey, message, signature);
const primitives = { sha256: (bytes: Uint8Array) => sha256(bytes), verify };

/** What became of one sheet. */
export interface Sheet {
  checks: readonly Check[];
  /** Question by question how it was counted; null where that is not to be said yet. */
  counted: readonly CountedQuestion[] | null;
}

/** What the checks were made against, in hex: for somebody who notes it. */
export interface Roots {
  /** Over the sheets, as the newest line of the log about them says; null before there is one. */
  sheets: string | null;
  checkpoint: { size: number; root: string };
}

/** A survey as it was looked through on this device. */
export interface Outcome {
  survey: readonly Check[];
  /** Null where the survey itself could not be read. */
  roots: Roots | null;
  /** Of the receipt that was given; null where none was, or the survey itself could not be read. */
  sheet: Sheet | 'no-receipt' | null;
}

function rootsOf({ log: { entries, checkpoint }, survey }: Published): Roots {
  const told = entries.findLast((one) => (one.kind === 'closing' || one.kind === 'flush') && one.survey === survey);
  return {
    sheets: told && 'root' in told ? told.root : null,
    checkpoint: { size: checkpoint.size, root: toHex(checkpoint.root) },
  };
}

/** The same files are read in the same order whoever asks; `receipt` is a code, a link, or nothing. */
export async function lookThrough(source: Source, receipt: string, watch: Watch): Promise<Outcome> {
  const { checks, published, openingHash } = await checkSurvey(source, primitives, {}, watch);
  const looked = { survey: checks, roots: published && rootsOf(published) };
  if (receipt === '' || !published || openingHash === null) return { ...looked, sheet: null };
  const read = await receiptOf(receipt, openingHash);
  if (!read) return { ...looked, sheet: 'no-receipt' };
  const told = await checkReceipt(primitives, published, read);
  const counted = told.found && published.head && countedAs(published.head, told.found);
  return { ...looked, sheet: { checks: told.checks, counted } };
}
