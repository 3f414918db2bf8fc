import { fromBase64Url, toBase64Url } from '@danban/bytes';
import type { Credential } from './credential.ts';

/** What is sent to collect a credential; base64url, as everything here. */
export interface CollectRequest {
  /** The code out of the personal link: 16 bytes. */
  invitation: string;
  /** As long as the modulus. */
  blinded: string;
}

/** What comes back: the issuer's signature of `blinded`. */
export interface CollectResponse {
  signature: string;
}

/** What proves beside a body that it may be counted once. */
export interface SubmissionProof extends Credential {
  /** The pseudonym's Ed25519 signature of survey and body: 64 bytes. */
  proof: Uint8Array;
}

/** A proof as it travels. */
export type SubmissionProofText = { [part in keyof SubmissionProof]: string };

/** Bytes of base64url without padding; null for anything else or another length. */
export function readBytes(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  if (text.length !== Math.ceil((length * 4) / 3)) return null;
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

/** A proof as text. */
export function proofText({ prefix, pseudonym, signature, proof }: SubmissionProof): SubmissionProofText {
  return {
    prefix: toBase64Url(prefix),
    pseudonym: toBase64Url(pseudonym),
    signature: toBase64Url(signature),
    proof: toBase64Url(proof),
  };
}

/** A proof out of its text, for an issuer with a modulus of that many bytes; null when a part has not its length. */
export function readProof(text: SubmissionProofText, modulusBytes: number): SubmissionProof | null {
  const prefix = readBytes(text.prefix, 32);
  const pseudonym = readBytes(text.pseudonym, 32);
  const signature = readBytes(text.signature, modulusBytes);
  const proof = readBytes(text.proof, 64);
  return prefix && pseudonym && signature && proof && { prefix, pseudonym, signature, proof };
}
