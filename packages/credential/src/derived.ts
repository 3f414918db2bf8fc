import { toBase64Url } from '@danban/bytes';
import { toInteger } from './rsa/integers.ts';
import type { PublicKey } from './rsa/publicKey.ts';
import { derive } from './seed.ts';

/** The 32-byte seed of the Ed25519 pseudonym (RFC 8032 §5.1.5). */
export const pseudonymSeed = (seed: Uint8Array, survey: string) => derive(seed, 'pseudonym', survey, 32);

/** The 32-byte prefix of the signed message (RFC 9474 §4.1). */
export const messagePrefix = (seed: Uint8Array, survey: string) => derive(seed, 'prefix', survey, 32);

/** The 48-byte salt of the signature's encoding (RFC 9474 §4.2). */
export const pssSalt = (seed: Uint8Array, survey: string) => derive(seed, 'salt', survey, 48);

/** The 32 bytes that salt the leaf of the one submission: sent with it, and all a device keeps of the seed beside its key. */
export const leafSalt = (seed: Uint8Array, survey: string) => derive(seed, 'leaf', survey, 32);

/**
 * The blinding factor below the modulus (RFC 9474 §4.2): 128 bits more than it has, reduced, so that it is uniform up
 * to 2⁻¹²⁸. It hangs on the key, so that two keys never see one factor.
 */
export async function blindingFactor(seed: Uint8Array, survey: string, key: PublicKey): Promise<bigint> {
  const bytes = await derive(seed, 'blinding', survey, key.modulus.length + 16, toBase64Url(key.modulus));
  return toInteger(bytes) % key.n;
}
