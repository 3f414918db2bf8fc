import { utf8 } from '@danban/bytes';
import { subtle } from './subtle.ts';

/** Bytes of a seed: 120 bits. */
export const SEED_BYTES = 15;

/** What is derived of a seed; a new use takes a new label. */
type Label = 'pseudonym' | 'prefix' | 'salt' | 'blinding' | 'leaf';

/** The salt of HKDF: a name of this scheme, so that the same bytes used elsewhere give other keys. */
const SCHEME = utf8('danban/credential/v1');

/**
 * HKDF with SHA-256 (RFC 5869): `length` bytes of the seed for one use in one survey. The info is the JSON text of
 * label, survey and what else the use depends on, so no two uses share one. Throws RangeError for a seed of another
 * length.
 */
export async function derive(
  seed: Uint8Array,
  label: Label,
  survey: string,
  length: number,
  ...more: readonly string[]
): Promise<Uint8Array<ArrayBuffer>> {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes`);
  const info = utf8(JSON.stringify([label, survey, ...more]));
  const key = await subtle().importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: SCHEME, info };
  return new Uint8Array(await subtle().deriveBits(algorithm, key, 8 * length));
}
