import { createHash, type KeyObject } from 'node:crypto';
import { canonicalJson, fromBase64Url, utf8 } from '@danban/bytes';
import type { CredentialSubmission } from '@danban/contract';
import { readProof, readPublicKey } from '@danban/credential';
import { isSigned, isSignedBy, nullifierOf, verifyingKey } from '@danban/credential/verifier';
import { ProblemError } from '../http/problem.ts';
import type { Entrance, Opening } from '../surveys/doors.ts';
import type { Filled, Incoming } from '../vaults/urn.ts';

/** A key as it was frozen at opening, and how many bytes its signatures have. */
interface FrozenKey {
  key: KeyObject;
  bytes: number;
}

/** Read once per opening: reading one takes as long as verifying with it. */
const keys = new WeakMap<Opening, Map<number, FrozenKey>>();

function readKey({ record }: Opening, stratum: number): FrozenKey {
  const frozen = record.strata[stratum];
  const publicKey = frozen && readPublicKey(fromBase64Url(frozen.key));
  if (!publicKey) throw new ProblemError('credential-invalid');
  return { key: verifyingKey(publicKey), bytes: publicKey.modulus.length };
}

function keyOf(opening: Opening, stratum: number): FrozenKey {
  const known = keys.get(opening) ?? new Map<number, FrozenKey>();
  keys.set(opening, known);
  const key = known.get(stratum) ?? readKey(opening, stratum);
  known.set(stratum, key);
  return key;
}

/** What a pseudonym signs: answers as they were sent, the salt of their leaf, and where they count. */
function bodyHash({ stratum, salt, answers }: CredentialSubmission): Uint8Array {
  return createHash('sha256')
    .update(utf8(canonicalJson({ stratum, salt, answers })))
    .digest();
}

/**
 * What the urn is handed besides the answers, once it is sure that the credential was issued for this opening and its
 * holder signed just these. Who that is nobody knows: of the credential only its nullifier stays, and where the answers
 * count is what the key says, not the address they were sent to.
 */
export function credentialIn({ opening }: Entrance, sent: CredentialSubmission): Omit<Incoming, keyof Filled> {
  if (!opening) throw new ProblemError('credential-invalid');
  const { key, bytes } = keyOf(opening, sent.stratum);
  const proof = readProof(sent.proof, bytes);
  const holds = proof && isSigned(key, proof) && isSignedBy(proof.pseudonym, opening.hash, bodyHash(sent), proof.proof);
  if (!holds) throw new ProblemError('credential-invalid');
  return { nullifier: nullifierOf(proof), unit: opening.record.strata[sent.stratum]!.unit, salt: sent.salt };
}
