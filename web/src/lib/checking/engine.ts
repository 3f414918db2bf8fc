import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '@danban/bytes';
import { ed25519AtHand } from '@danban/credential/ed25519';
import type { Verify } from '@danban/merkle';
import {
  checkReceipt,
  checkSurvey,
  receiptOf,
  type Check,
  type Checked,
  type Published,
  type Source,
  type Watch,
} from '@danban/verify/check';
import { checkPackage, checkPresentedBy, isPackage } from '@danban/verify/package';
import { countedAs, type CountedQuestion } from './countedAs.ts';
import { presented } from './presented.ts';

const verify: Verify = async (publicKey, message, signature) =>
  (await ed25519AtHand()).verify(publicKey, message, signature);
const primitives = { sha256: (bytes: Uint8Array) => sha256(bytes), verify, ...presented };

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

const checked = (source: Source, watch: Watch): Promise<Checked> =>
  isPackage(source) ? checkPackage(source, primitives, {}, watch) : checkSurvey(source, primitives, {}, watch);

/** The same files are read in the same order whoever asks; `receipt` is a code, a link, or nothing. */
export async function lookThrough(source: Source, receipt: string, watch: Watch): Promise<Outcome> {
  const all = await checked(source, watch);
  const { checks, published, openingHash } = all;
  const looked = { survey: checks, roots: published && rootsOf(published) };
  if (receipt === '' || !published || openingHash === null) return { ...looked, sheet: null };
  const read = await receiptOf(receipt, openingHash);
  if (!read) return { ...looked, sheet: 'no-receipt' };
  const told = await checkReceipt(primitives, published, read);
  const { found } = told;
  const shown = isPackage(source) ? await checkPresentedBy(source, primitives, all, { receipt: read, found }) : [];
  const counted = found && published.head && countedAs(published.head, found);
  return { ...looked, sheet: { checks: [...told.checks, ...shown], counted } };
}
