import type { KeyObject } from 'node:crypto';
import { readPublicKey } from '@danban/credential';
import { isSigned, isSignedBy, verifyingKey } from '@danban/credential/verifier';
import type { CredentialPrimitives } from '@danban/verify/package';

const keys = new Map<string, KeyObject | null>();

function keyOf(modulus: Uint8Array): KeyObject | null {
  const name = Buffer.from(modulus).toString('base64url');
  const known = keys.get(name);
  if (known !== undefined) return known;
  const read = readPublicKey(modulus);
  const key = read && verifyingKey(read);
  keys.set(name, key);
  return key;
}

/** Whether it holds; what makes OpenSSL throw does not. */
function holds(look: () => boolean): boolean {
  try {
    return look();
  } catch {
    return false;
  }
}

/** The two signatures of a credential, by OpenSSL. */
export const presented: CredentialPrimitives = {
  isIssued: (modulus, credential) =>
    holds(() => {
      const key = keyOf(modulus);
      return key !== null && isSigned(key, credential);
    }),
  isPresented: (opening, { pseudonym, sheet, proof }) => holds(() => isSignedBy(pseudonym, opening, sheet, proof)),
};
