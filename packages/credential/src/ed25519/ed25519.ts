/** Ed25519 of RFC 8032. Secret keys are their 32-byte seeds; public keys have 32 bytes, signatures 64. */
export interface Ed25519 {
  /** What a device keeps to sign with later. */
  signingKey(secret: Uint8Array): Promise<SigningKey>;
  publicKey(secret: Uint8Array): Promise<Uint8Array>;
  /** Some browsers add chance to what RFC 8032 derives: a signature is verified and never compared. */
  sign(key: SigningKey, message: Uint8Array): Promise<Uint8Array>;
  /** False for what is no signature or no key, too. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** A key of the browser that nobody reads out of it; where it has no Ed25519, the secret itself. */
export type SigningKey = Uint8Array | object;
