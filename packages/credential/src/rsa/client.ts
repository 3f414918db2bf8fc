import { concat } from '@danban/bytes';
import { inverse, power, toBytes, toInteger } from './integers.ts';
import { encodePss } from './pss.ts';
import { EXPONENT, type PublicKey } from './publicKey.ts';

/**
 * The client of RFC 9474 `RSABSSA-SHA384-PSS-Randomized` in native BigInt. How long its arithmetic takes depends on
 * secrets (BigInt is not constant-time): it runs on the respondent's own device, once, and the server sees no duration
 * finer than that of a whole request.
 */

/** What a client keeps between `blind` and `finalize`; whoever has it links the two. */
export interface Blinding {
  /** The encoded message, as an integer. */
  encoded: bigint;
  /** The inverse of the blinding factor. */
  inverse: bigint;
}

/** RFC 9474 §4.1, PrepareRandomize: the message after a prefix of 32 random bytes, which makes it unguessable. */
export function prepare(message: Uint8Array, prefix: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(prefix, message);
}

/**
 * RFC 9474 §4.2: what the issuer gets to see, as long as the modulus, and what `finalize` needs. The salt (48 bytes)
 * and the blinding factor, uniform in 1 … n − 1, are the caller's chance. Throws RangeError for a factor out of that
 * range, and when message or factor has a divisor in common with the modulus, which an honest key never shows.
 */
export async function blind(
  key: PublicKey,
  prepared: Uint8Array,
  salt: Uint8Array,
  factor: bigint,
): Promise<{ blinded: Uint8Array<ArrayBuffer>; blinding: Blinding }> {
  const { n } = key;
  if (factor < 1n || factor >= n) throw new RangeError('the blinding factor is out of range');
  const encoded = toInteger(await encodePss(prepared, salt, key.bits - 1));
  // One inverse serves both checks of §4.2, of the message and of the factor.
  const both = inverse(encoded * factor, n);
  if (both === null) throw new RangeError('the modulus has a divisor in common with message or blinding factor');
  const blinded = toBytes((encoded * power(factor, EXPONENT, n)) % n, key.modulus.length);
  return { blinded, blinding: { encoded, inverse: (both * encoded) % n } };
}

/**
 * RFC 9474 §4.4: the signature of the prepared message, as long as the modulus; null when the issuer's answer is none,
 * and then nothing of this attempt may be sent on. s^e is compared with the encoded message itself, which is stricter
 * than RSASSA-PSS-VERIFY and keeps the blindness also under a key made to betray it.
 */
export function finalize(
  key: PublicKey,
  blinding: Blinding,
  blindSignature: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  if (blindSignature.length !== key.modulus.length) return null;
  const signature = (toInteger(blindSignature) * blinding.inverse) % key.n;
  if (power(signature, EXPONENT, key.n) !== blinding.encoded) return null;
  return toBytes(signature, key.modulus.length);
}
