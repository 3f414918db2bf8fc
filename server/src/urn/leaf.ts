import { hash } from 'node:crypto';
import type { Packed } from './content.ts';

const opening = Buffer.from('{"answers":');
const counted = Buffer.from('danban/counted/v1\n');
const leaf = Buffer.from('danban/leaf/v1\n');

/** The text a sheet is kept as: the canonical JSON of answers, salt and unit; the answers are that already. */
function leafText({ text, salt, unit }: Pick<Packed, 'text' | 'salt' | 'unit'>): Buffer {
  return Buffer.concat([opening, text, Buffer.from(`,"salt":${JSON.stringify(salt)},"unit":${unit}}`)]);
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/**
 * What a leaf commits to: answers, unit and a 32-byte random salt, so that nobody can guess answers from the hash, and what
 * is counted of them (docs/verify.md). The same hashes as `leafOfSheet`, over bytes that are there already.
 */
export function leafIn(sheet: Packed): { leaf: Buffer; body: Buffer } {
  const body = leafText(sheet);
  const unit = Buffer.of(sheet.unit >> 8, sheet.unit & 255);
  const digest = sha256(counted, Buffer.from(sheet.salt, 'base64url'), unit, sheet.packed);
  return { leaf: sha256(leaf, sha256(body), digest), body };
}
