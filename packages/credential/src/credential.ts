import { prepare } from './rsa/client.ts';

/** The right to submit once: a public pseudonym, signed by an issuer who never saw it. */
export interface Credential {
  /** 32 bytes. */
  prefix: Uint8Array;
  /** The Ed25519 public key that signs the submission, 32 bytes. */
  pseudonym: Uint8Array;
  /** As long as the issuer's modulus. */
  signature: Uint8Array;
}

/** A credential before it is signed. */
export type Unsigned = Pick<Credential, 'prefix' | 'pseudonym'>;

/** The message a credential is a signature of, 64 bytes (RFC 9474 §4.1). */
export const credentialMessage = ({ prefix, pseudonym }: Unsigned) => prepare(pseudonym, prefix);
