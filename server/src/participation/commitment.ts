import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import type { Person } from '../vaults/roster.ts';

/** One line of a list under its salt of 32 bytes: who is shown both can see that she was on the list. */
export function hashOfLine({ unit, name, email, phone }: Person, salt: Buffer): Buffer {
  const text = canonicalJson(['danban/roster-line/v1', unit, name, email, phone]);
  return createHash('sha256').update(salt).update(text).digest();
}

/**
 * Binds the list of a stratum before anybody answers: SHA-256 over the sorted hashes of its lines. Nobody reads a name
 * out of it, because every line has a salt.
 */
export function commitmentTo(hashes: readonly Buffer[]): Buffer {
  const commitment = createHash('sha256').update('danban/roster/v1');
  for (const hash of hashes.toSorted(Buffer.compare)) commitment.update(hash);
  return commitment.digest();
}
