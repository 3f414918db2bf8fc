import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { canonicalJson } from '@danban/bytes';
import type { Person } from '../vaults/roster.ts';

/** One line of a list under its salt of 32 bytes: who is shown both can see that she was on the list. */
export function hashOfLine({ unit, name, email, phone }: Person, salt: Buffer): Buffer {
  const text = canonicalJson(['danban/roster-line/v1', unit, name, email, phone]);
  return createHash('sha256').update(salt).update(text).digest();
}

/** Sorting goes on for some milliseconds, then others have their turn. */
const bytesAtOnce = 16;

/**
 * Binds the list of a stratum before anybody answers: SHA-256 over the sorted hashes of its lines. Nobody reads a name
 * out of it, because every line has a salt.
 */
export async function commitmentTo(hashes: readonly Buffer[]): Promise<Buffer> {
  const commitment = createHash('sha256').update('danban/roster/v1');
  const byFirst = Map.groupBy(hashes, (hash) => hash[0]!);
  for (let first = 0; first < 256; first++) {
    if (first % bytesAtOnce === 0) await pause();
    commitment.update(Buffer.concat((byFirst.get(first) ?? []).sort(Buffer.compare)));
  }
  return commitment.digest();
}
