import { concat } from '@danban/bytes';
import { digest } from '../subtle.ts';

/** Of SHA-384, in bytes. */
const HASH = 48;

const sha384 = (...parts: readonly Uint8Array[]) => digest('SHA-384', concat(...parts));

/** MGF1 with SHA-384 (RFC 8017 §B.2.1): `length` bytes that hang on every bit of the seed. */
async function mask(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const blocks = Array.from({ length: Math.ceil(length / HASH) }, (_, at) =>
    sha384(seed, Uint8Array.of(at >> 24, at >> 16, at >> 8, at)),
  );
  return concat(...(await Promise.all(blocks))).subarray(0, length);
}

/**
 * EMSA-PSS-ENCODE with SHA-384 and MGF1 (RFC 8017 §9.1.1): the message as ⌈bits/8⌉ bytes whose integer has at most
 * `bits` bits. Throws RangeError when hash and salt do not fit into that many.
 */
export async function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Promise<Uint8Array> {
  const room = Math.ceil(bits / 8) - HASH - 1;
  if (room < salt.length + 1) throw new RangeError('the modulus is too short for this salt');
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const block = concat(new Uint8Array(room - salt.length - 1), Uint8Array.of(1), salt);
  const masked = (await mask(hash, room)).map((byte, at) => byte ^ (block[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (255 >> (8 * (room + HASH + 1) - bits));
  return concat(masked, hash, Uint8Array.of(0xbc));
}
