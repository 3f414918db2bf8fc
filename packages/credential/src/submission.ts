import { toHex, utf8 } from '@danban/bytes';
import type { SigningKey } from './ed25519/ed25519.ts';
import { ed25519 } from './ed25519/onThisHost.ts';
import { digest } from './subtle.ts';

/** What a pseudonym signs: survey and SHA-256 of the request's body, under a name that no other signature bears. */
export function submissionMessage(survey: string, bodyHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(['danban/submission/v1', survey, toHex(bodyHash)]));
}

/**
 * The pseudonym's signature (64 bytes, Ed25519) of a body in a survey. `key` is the 32-byte secret of the pseudonym or
 * what `signingKey` made of it. Two signatures of one body may differ and both hold.
 */
export async function signSubmission(key: SigningKey, survey: string, body: Uint8Array): Promise<Uint8Array> {
  const message = submissionMessage(survey, await digest('SHA-256', body));
  return (await ed25519()).sign(key, message);
}

/** What a device keeps to sign with once the secret is gone: a key nobody reads out, where its Ed25519 has such keys. */
export async function signingKey(secret: Uint8Array): Promise<SigningKey> {
  return (await ed25519()).signingKey(secret);
}
