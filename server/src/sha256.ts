import { hash } from 'node:crypto';
import type { Sha256 } from '@danban/bytes';

/** SHA-256 (FIPS 180-4), which packages are handed: they bring no cryptography of their own. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');
