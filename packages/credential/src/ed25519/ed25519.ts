/** Ed25519 of RFC 8032. Secret keys are their 32-byte seeds; public keys have 32 bytes, signatures 64. */
export interface Ed25519 {
  publicKey(secret: Uint8Array): Promise<Uint8Array>;
  /** Some browsers add chance to what RFC 8032 derives: a signature is verified and never compared. */
  sign(secret: Uint8Array, message: Uint8Array): Promise<Uint8Array>;
}
