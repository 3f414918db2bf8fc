import { createHash } from 'node:crypto';
import { canonicalJson, concat, fromBase64Url } from '@danban/bytes';
import type { CredentialSubmission } from '@danban/contract';
import { readProof, readPublicKey } from '@danban/credential';
import { verifyingKey } from '@danban/credential/verifier';
import { credentialBytes, sheetText } from '@danban/verify';
import { ProblemError } from '../http/problem.ts';
import type { Entrance, Opening } from '../surveys/doors.ts';
import type { Filled, Incoming } from '../vaults/urn.ts';
import { holds, type FrozenKey } from './verifying.ts';

/** Read once per opening: reading one takes as long as verifying with it. */
const keys = new WeakMap<Opening, Map<number, FrozenKey>>();

function readKey({ record, hash }: Opening, stratum: number): FrozenKey {
  const frozen = record.strata[stratum];
  const publicKey = frozen && readPublicKey(fromBase64Url(frozen.key));
  if (!publicKey) throw new ProblemError('credential-invalid');
  return { key: verifyingKey(publicKey), bytes: publicKey.modulus.length, opening: hash };
}

function keyOf(opening: Opening, stratum: number): FrozenKey {
  const known = keys.get(opening) ?? new Map<number, FrozenKey>();
  keys.set(opening, known);
  const key = known.get(stratum) ?? readKey(opening, stratum);
  known.set(stratum, key);
  return key;
}

/** What a pseudonym signs: answers as they were sent, the salt of their leaf, and where they count. */
function bodyHash({ salt, answers }: CredentialSubmission, unit: number): Uint8Array {
  const text = sheetText({ answers: canonicalJson(answers), salt, unit });
  return createHash('sha256').update(text).digest();
}

/**
 * What the urn is handed besides the answers, once it is sure that the credential was issued for this opening and its
 * holder signed just these. Who that is nobody knows, and where the answers count is what the key says, not the address they
 * were sent to. The credential is sealed with them.
 */
export async function credentialIn(
  { opening }: Entrance,
  sent: CredentialSubmission,
): Promise<Omit<Incoming, keyof Filled> & { salt: string; credential: Uint8Array }> {
  if (!opening) throw new ProblemError('credential-invalid');
  const under = keyOf(opening, sent.stratum);
  const read = readProof(sent.proof, under.bytes);
  if (!read) throw new ProblemError('credential-invalid');
  const { prefix, pseudonym, proof, signature } = read;
  const { unit } = opening.record.strata[sent.stratum]!;
  const bytes = concat(prefix, pseudonym, proof, bodyHash(sent, unit), signature);
  if (!(await holds({ under, bytes }))) throw new ProblemError('credential-invalid');
  const credential = credentialBytes({ stratum: sent.stratum, ...read });
  return { nullifier: null, unit, salt: sent.salt, credential };
}
