// What runs in the browser under measure: bundled by verifyInBrowser.ts, with the code the page of checking is made of.
import { sha256 } from '@noble/hashes/sha2.js';
import { ed25519AtHand } from '@danban/credential/ed25519';
import type { Verify } from '@danban/merkle';
import { checkReceipt, checkSurvey, receiptOf } from '@danban/verify/check';
import { countedAs } from '../../web/src/lib/checking/countedAs.ts';
import { filesAt } from '../../web/src/lib/checking/source.ts';
import { openRecounting } from './recounting.ts';

const hashing = (bytes: Uint8Array): Uint8Array => sha256(bytes);
const verify: Verify = async (publicKey, message, signature) =>
  (await ed25519AtHand()).verify(publicKey, message, signature);
const primitives = { sha256: hashing, verify };

/** Everything a receipt takes beyond looking through the survey, which is done for everybody alike. */
async function receipts(base: string) {
  const { published, openingHash } = await checkSurvey(filesAt(base), primitives);
  return async (text: string): Promise<void> => {
    const receipt = await receiptOf(text, openingHash!);
    const { checks, found } = await checkReceipt(primitives, published!, receipt!);
    const isWhole = checks.length === 3 && checks.every(({ result }) => result === 'holds');
    if (!isWhole || countedAs(published!.head!, found!).length === 0) throw new Error('the receipt is not found');
  };
}

Object.assign(globalThis, { underMeasure: { recounting: () => openRecounting(hashing), receipts } });
