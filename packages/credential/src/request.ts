import { credentialMessage, type Credential, type Unsigned } from './credential.ts';
import { blindingFactor, messagePrefix, pseudonymSeed, pssSalt } from './derived.ts';
import { ed25519 } from './ed25519/onThisHost.ts';
import { blind, finalize, type Blinding } from './rsa/client.ts';
import type { PublicKey } from './rsa/publicKey.ts';

/** A credential on its way: `blinded` goes to the issuer, everything else stays on the device. */
export interface CredentialRequest extends Unsigned {
  blinded: Uint8Array;
  blinding: Blinding;
  /** The seed of the pseudonym's Ed25519 key, for `signSubmission`. */
  secret: Uint8Array;
}

/**
 * What to ask the issuer of a survey for. Everything comes from the seed (15 bytes): the same seed, survey and key ask
 * for the same credential again, on any device. Throws RangeError for a seed of another length.
 */
export async function requestCredential(seed: Uint8Array, survey: string, key: PublicKey): Promise<CredentialRequest> {
  const [secret, prefix, salt, factor] = await Promise.all([
    pseudonymSeed(seed, survey),
    messagePrefix(seed, survey),
    pssSalt(seed, survey),
    blindingFactor(seed, survey, key),
  ]);
  const pseudonym = await (await ed25519()).publicKey(secret);
  const { blinded, blinding } = await blind(key, credentialMessage({ prefix, pseudonym }), salt, factor);
  return { blinded, blinding, prefix, pseudonym, secret };
}

/** The credential, once the issuer has answered; null when the answer is no signature of what was asked for. */
export function finishCredential(
  key: PublicKey,
  { blinding, prefix, pseudonym }: CredentialRequest,
  blindSignature: Uint8Array,
): Credential | null {
  const signature = finalize(key, blinding, blindSignature);
  return signature && { prefix, pseudonym, signature };
}
