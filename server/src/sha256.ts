import { hash } from 'node:crypto';
import type { Sha256 } from '@danban/bytes';

/**
 * SHA-256 (FIPS 180-4), which packages are handed: they bring no cryptography of their own. By way of a string, whose
 * characters are the bytes: Node makes it in half the time a buffer of its own takes.
 */
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'latin1'), 'latin1');
