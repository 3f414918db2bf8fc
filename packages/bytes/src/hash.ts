/** SHA-256 of the host (FIPS 180-4); packages bring no cryptography of their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
