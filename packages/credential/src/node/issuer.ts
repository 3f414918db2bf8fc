import { constants, createPublicKey, privateEncrypt, publicDecrypt, type KeyObject } from 'node:crypto';
import { compareBytes, fromBase64Url } from '@danban/bytes';
import { KEY_SIZES } from '../rsa/publicKey.ts';

const padding = constants.RSA_NO_PADDING;

/** The signing side of one survey, or of one of its strata. */
export interface Issuer {
  /** The modulus, big-endian: the public key as it is frozen with the survey. */
  modulus: Uint8Array;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Why a blinded message is not signed: not as long as the modulus; not below it; 0, 1 or n − 1, its own signature. */
export type BlindRefusal = 'wrong-length' | 'out-of-range' | 'trivial';

/**
 * An issuer with this key. Throws RangeError unless it is an RSA private key with exponent 65537 and one of `sizes`
 * (bits) as its length: only whoever made it is to blame.
 */
export function issuerOf(privateKey: KeyObject, sizes = KEY_SIZES): Issuer {
  const { modulusLength = 0, publicExponent } = privateKey.asymmetricKeyDetails ?? {};
  const isRsa = privateKey.type === 'private' && privateKey.asymmetricKeyType === 'rsa';
  if (!isRsa || publicExponent !== 65537n || !sizes.includes(modulusLength)) {
    throw new RangeError('an issuer needs an RSA private key of its size with exponent 65537');
  }
  const publicKey = createPublicKey(privateKey);
  const { n = '' } = publicKey.export({ format: 'jwk' });
  return { modulus: fromBase64Url(n), privateKey, publicKey };
}

/**
 * RFC 9474 §4.3 by OpenSSL, whose private operation is meant to take the same time for every message and blinds itself;
 * it holds the thread it is called on, at 3072 bits for about a millisecond. The signature is as long as the modulus. Throws RangeError
 * for what `refusalOf` has something against, and when s^e is not the message: then the machine has miscounted, and the
 * signature would give the key away.
 */
export function blindSign({ modulus, privateKey, publicKey }: Issuer, blinded: Uint8Array): Uint8Array {
  if (refusalOf(modulus, blinded) !== null) throw new RangeError('not a message to sign blindly');
  const signature = privateEncrypt({ key: privateKey, padding }, blinded);
  const back = publicDecrypt({ key: publicKey, padding }, signature);
  if (compareBytes(back, blinded) !== 0) throw new Error('signing failure');
  return signature;
}

/** Why this blinded message would not be signed by the issuer with this modulus; null when it would. */
export function refusalOf(modulus: Uint8Array, blinded: Uint8Array): BlindRefusal | null {
  if (blinded.length !== modulus.length) return 'wrong-length';
  if (compareBytes(blinded, modulus) >= 0) return 'out-of-range';
  return isTrivial(modulus, blinded) ? 'trivial' : null;
}

/** 0, 1 or n − 1: the modulus is odd, so the last differs from it in its last byte alone. */
function isTrivial(modulus: Uint8Array, blinded: Uint8Array): boolean {
  const [front, last = 0] = [blinded.subarray(0, -1), blinded.at(-1)];
  if (front.every((byte) => byte === 0)) return last <= 1;
  return compareBytes(front, modulus.subarray(0, -1)) === 0 && last === (modulus.at(-1) ?? 0) - 1;
}
