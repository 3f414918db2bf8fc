import { toHex, utf8 } from '@danban/bytes';
import { ed25519 } from './ed25519/onThisHost.ts';
import { digest } from './subtle.ts';

/** What a pseudonym signs: survey and SHA-256 of the request's body, under a name that no other signature bears. */
export function submissionMessage(survey: string, bodyHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(['danban/submission/v1', survey, toHex(bodyHash)]));
}

/**
 * The pseudonym's signature (64 bytes, Ed25519) of a body in a survey. `secret` is the 32-byte seed of the pseudonym.
 * Two signatures of one body may differ and both hold.
 */
export async function signSubmission(secret: Uint8Array, survey: string, body: Uint8Array): Promise<Uint8Array> {
  const message = submissionMessage(survey, await digest('SHA-256', body));
  return (await ed25519()).sign(secret, message);
}
