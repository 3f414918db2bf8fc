// What runs in the browser under measure: bundled by verifyInBrowser.ts, with the code the page of checking is made of.
import { sha256 } from '@noble/hashes/sha2.js';
import { ed25519AtHand } from '@danban/credential/ed25519';
import type { Verify } from '@danban/merkle';
import { filesAt } from '../../web/src/lib/checking/source.ts';
import { openReceipts } from './receipts.ts';
import { openRecounting } from './recounting.ts';

const hashing = (bytes: Uint8Array): Uint8Array => sha256(bytes);
const verify: Verify = async (publicKey, message, signature) =>
  (await ed25519AtHand()).verify(publicKey, message, signature);

Object.assign(globalThis, {
  underMeasure: {
    recounting: () => openRecounting(hashing),
    receipts: (base: string) => openReceipts(filesAt(base), { sha256: hashing, verify }),
  },
});
