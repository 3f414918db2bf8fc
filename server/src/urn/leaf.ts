import { hash } from 'node:crypto';
import { sha256 } from '../sha256.ts';
import type { Packed } from './content.ts';

const opening = Buffer.from('{"answers":');
const counted = Buffer.from('danban/counted/v1\n');
const leaf = Buffer.from('danban/leaf/v1\n');
const keyBytes = 32;

/** The text a sheet is kept as: the canonical JSON of answers, salt and unit; the answers are that already. */
function leafText({ text, salt, unit }: Omit<Packed, 'packed' | 'credential'>): Buffer {
  return Buffer.concat([opening, text, Buffer.from(`,"salt":${JSON.stringify(salt)},"unit":${unit}}`)]);
}

/** In one place of memory, and what goes into it as strings of bytes: a flush makes ten thousands of them. */
const pair = Buffer.alloc(leaf.length + 64);
leaf.copy(pair);

/**
 * What a leaf commits to: answers, unit and a 32-byte random salt, so that nobody can guess answers from the hash, and what
 * is counted of them (docs/verify.md). The same hashes as `leafOfSheet`, over bytes that are there already.
 */
export function leafIn(sheet: Omit<Packed, 'credential'>): { leaf: Uint8Array; body: Buffer } {
  const body = leafText(sheet);
  pair.write(hash('sha256', body, 'latin1'), leaf.length, 'latin1');
  pair.write(countedIn(sheet), leaf.length + 32, 'latin1');
  return { leaf: sha256(pair), body };
}

function countedIn({ salt, unit, packed }: Omit<Packed, 'credential'>): string {
  const at = counted.length + keyBytes;
  const data = Buffer.alloc(at + 2 + packed.length);
  counted.copy(data);
  data.write(salt, counted.length, 'base64url');
  data.writeUInt16BE(unit, at);
  data.set(packed, at + 2);
  return hash('sha256', data, 'latin1');
}
