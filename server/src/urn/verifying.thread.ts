import { isSigned, isSignedBy } from '@danban/credential/verifier';
import { answerBeside } from '../vaults/beside.ts';
import type { Claims } from './verifying.ts';

const fixedBytes = 32 + 32 + 64 + 32;

/** The cheaper of the two first: who made a credential up costs no more than that. */
function holds({ key, opening }: Claims, claim: Uint8Array): boolean {
  const [prefix, pseudonym] = [claim.subarray(0, 32), claim.subarray(32, 64)];
  const [proof, bodyHash] = [claim.subarray(64, 128), claim.subarray(128, fixedBytes)];
  const signature = claim.subarray(fixedBytes);
  return isSigned(key, { prefix, pseudonym, signature }) && isSignedBy(pseudonym, opening, bodyHash, proof);
}

answerBeside((all: Claims): boolean[] => {
  const each = fixedBytes + all.bytes;
  return Array.from({ length: all.claims.length / each }, (_, n) =>
    holds(all, all.claims.subarray(n * each, n * each + each)),
  );
});
