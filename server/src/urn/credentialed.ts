import { createHash, type KeyObject } from 'node:crypto';
import { canonicalJson, fromBase64Url, utf8 } from '@danban/bytes';
import type { CredentialSubmission } from '@danban/contract';
import { readProof, readPublicKey } from '@danban/credential';
import { isSigned, isSignedBy, nullifierOf, verifyingKey } from '@danban/credential/verifier';
import type { Answers } from '@danban/survey';
import { ProblemError } from '../http/problem.ts';
import type { Entrance, Opening } from '../surveys/doors.ts';
import type { Incoming } from '../vaults/urn.ts';

/** Keys as they were frozen at opening, read once per opening. */
const keys = new WeakMap<Opening, Map<number, KeyObject>>();

function keyOf(opening: Opening, stratum: number): { key: KeyObject; bytes: number } {
  const frozen = opening.record.strata[stratum];
  const publicKey = frozen && readPublicKey(fromBase64Url(frozen.key));
  if (!publicKey) throw new ProblemError('credential-invalid');
  const known = keys.get(opening) ?? new Map<number, KeyObject>();
  keys.set(opening, known);
  const key = known.get(stratum) ?? verifyingKey(publicKey);
  known.set(stratum, key);
  return { key, bytes: publicKey.modulus.length };
}

/** What a pseudonym signs: answers as they were sent, the salt of their leaf, and where they count. */
function bodyHash({ stratum, salt, answers }: CredentialSubmission): Uint8Array {
  return createHash('sha256')
    .update(utf8(canonicalJson({ stratum, salt, answers })))
    .digest();
}

/**
 * Whether the credential was issued for this opening and its holder signed just these answers. Who that is nobody knows,
 * and where the answers count is what the key says, not the address they were sent to.
 */
export function demandCredential({ opening }: Entrance, sent: CredentialSubmission): void {
  if (!opening) throw new ProblemError('credential-invalid');
  const { key, bytes } = keyOf(opening, sent.stratum);
  const proof = readProof(sent.proof, bytes);
  if (!proof || !isSigned(key, proof)) throw new ProblemError('credential-invalid');
  if (!isSignedBy(proof.pseudonym, opening.hash, bodyHash(sent), proof.proof))
    throw new ProblemError('credential-invalid');
}

/** What the urn is handed: everything but the credential, of which only its nullifier stays. */
export function incomingOf({ opening }: Entrance, sent: CredentialSubmission, answers: Answers): Incoming {
  const { prefix, pseudonym } = sent.proof;
  const nullifier = nullifierOf({ prefix: fromBase64Url(prefix), pseudonym: fromBase64Url(pseudonym) });
  return { nullifier, unit: opening!.record.strata[sent.stratum]!.unit, answers, salt: sent.salt };
}
