import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { concat, toBase64Url, utf8 } from '@danban/bytes';
import { credentialMessage, type Credential, type Unsigned } from '../credential.ts';
import type { PublicKey } from '../rsa/publicKey.ts';
import { submissionMessage } from '../submission.ts';

const NULLIFIER = utf8('danban/nullifier/v1');

/** The key for `isSigned`; made once per survey. */
export function verifyingKey({ modulus }: PublicKey): KeyObject {
  return createPublicKey({ key: { kty: 'RSA', n: toBase64Url(modulus), e: 'AQAB' }, format: 'jwk' });
}

/** RFC 9474 §4.5 by OpenSSL: whether the credential is signed under this key (RSASSA-PSS, SHA-384, salt of 48). */
export function isSigned(key: KeyObject, credential: Credential): boolean {
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return verify('sha384', credentialMessage(credential), options, credential.signature);
}

/** RFC 8032 §5.1.7: whether this pseudonym (32 bytes) has signed the body with this SHA-256 in this survey (64 bytes). */
export function isSignedBy(pseudonym: Uint8Array, survey: string, bodyHash: Uint8Array, proof: Uint8Array): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(pseudonym) }, format: 'jwk' });
  return verify(null, submissionMessage(survey, bodyHash), key, proof);
}

/** What makes two submissions of one credential meet: SHA-256 of the signed message under a name of its own. */
export function nullifierOf(credential: Unsigned): Uint8Array {
  return createHash('sha256')
    .update(concat(NULLIFIER, credentialMessage(credential)))
    .digest();
}
