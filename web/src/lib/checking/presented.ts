import { credentialMessage, readPublicKey, submissionMessage, verify } from '@danban/credential';
import { ed25519AtHand } from '@danban/credential/ed25519';
import type { CredentialPrimitives } from '@danban/verify/package';

/** The two signatures of a credential, by WebCrypto. */
export const presented: CredentialPrimitives = {
  async isIssued(modulus, credential) {
    const key = readPublicKey(modulus);
    return key !== null && verify(key, credentialMessage(credential), credential.signature);
  },
  async isPresented(opening, { pseudonym, sheet, proof }) {
    return (await ed25519AtHand()).verify(pseudonym, submissionMessage(opening, sheet), proof);
  },
};
