import { hash } from 'node:crypto';
import type { Sheet } from './content.ts';

/**
 * What a leaf commits to: answers, unit and a 32-byte random salt, so that nobody can guess answers from the hash. It is
 * the canonical JSON of the three; the answers are that already.
 */
export function leafText({ text, salt, unit }: Sheet): Buffer {
  return Buffer.concat([opening, text, Buffer.from(`,"salt":${JSON.stringify(salt)},"unit":${unit}}`)]);
}

const opening = Buffer.from('{"answers":');

export function leafOf(text: Uint8Array): Buffer {
  return hash('sha256', text, 'buffer');
}
