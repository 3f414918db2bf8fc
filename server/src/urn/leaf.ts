import { hash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import type { Sheet } from './envelope.ts';

/** What a leaf commits to: answers, unit and a 32-byte random salt, so that nobody can guess answers from the hash. */
export function leafText(sheet: Sheet): string {
  return canonicalJson({ answers: sheet.answers, salt: sheet.salt, unit: sheet.unit });
}

export function leafOf(text: Uint8Array): Buffer {
  return hash('sha256', text, 'buffer');
}
