import { createHash } from 'node:crypto';
import { canonicalJson, compareBytes } from '@danban/bytes';
import type { Person } from '../vaults/roster.ts';

interface Line extends Person {
  salt: Buffer;
}

function hashOfLine({ unit, name, email, phone, salt }: Line): Buffer {
  const text = canonicalJson(['danban/roster-line/v1', unit, name, email, phone]);
  return createHash('sha256').update(salt).update(text).digest();
}

/**
 * Binds the list of a stratum before anybody answers: SHA-256 over the sorted hashes of its lines. Nobody reads a name
 * out of it, because every line has a salt of 32 bytes; who is shown a line and its salt can see that it was on the list.
 */
export function commitmentTo(lines: readonly Line[]): Buffer {
  const hashes = lines.map(hashOfLine).sort(compareBytes);
  const commitment = createHash('sha256').update('danban/roster/v1');
  for (const hash of hashes) commitment.update(hash);
  return commitment.digest();
}
