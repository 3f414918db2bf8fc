import { toInteger } from './integers.ts';

/** The one public exponent (RFC 9474 §6.2). */
export const EXPONENT = 65537n;

/** Sizes of modulus a key of the product may have, in bits. */
export const KEY_SIZES: readonly number[] = [3072];

/** A public key of an issuer; its exponent is always 65537. */
export interface PublicKey {
  /** The modulus, big-endian, without a leading zero: how a key is written down, frozen and compared. */
  modulus: Uint8Array;
  n: bigint;
  bits: number;
}

/**
 * The key with this modulus; null unless it is odd and exactly as long as one of `sizes` (bits). What was not frozen
 * with the survey must be refused before: a key of one's own would name its owner.
 */
export function readPublicKey(modulus: Uint8Array, sizes = KEY_SIZES): PublicKey | null {
  const bits = 8 * modulus.length;
  const [first = 0, last = 0] = [modulus[0], modulus.at(-1)];
  const fits = sizes.includes(bits) && first >= 128 && last % 2 === 1;
  return fits ? { modulus, n: toInteger(modulus), bits } : null;
}
