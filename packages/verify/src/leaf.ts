import { canonicalJson, concat, fromBase64Url, type Sha256, utf8 } from '@danban/bytes';
import { uint16 } from './uint16.ts';

/** One sheet as its leaf commits to it: what was answered, where it counts, and the sheet's key. */
export interface Sheet {
  /** Canonical JSON of the answers. */
  readonly answers: string;
  /** The 32 bytes that keep the leaf from being guessed, base64url: the sheet's key. */
  readonly salt: string;
  /** Its place in the frozen tree. */
  readonly unit: number;
}

/** What of a sheet is counted: one byte per column of the definition. */
export interface Counted {
  readonly key: Uint8Array;
  readonly unit: number;
  readonly packed: Uint8Array;
}

const LEAF_BYTES = 32;
const COUNTED = utf8('danban/counted/v1\n');
const LEAF = utf8('danban/leaf/v1\n');

/** The canonical JSON of answers, salt and unit: the text a pseudonym signs the hash of, and the urn keeps. */
export function sheetText({ answers, salt, unit }: Sheet): string {
  return `{"answers":${answers},"salt":${canonicalJson(salt)},"unit":${unit}}`;
}

/** SHA-256 of what is counted of a sheet, salted by its key (docs/verify.md). */
export function countedDigest(sha256: Sha256, { key, unit, packed }: Counted): Uint8Array {
  return sha256(concat(COUNTED, key, uint16(unit), packed));
}

/** What the leaf is the SHA-256 of: for hosts whose hash does not answer at once. */
export function leafText(sheet: Uint8Array, counted: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(LEAF, sheet, counted);
}

/** The 32 bytes that stand for a sheet in the tree of its survey: over the hash of its text and the digest of what is counted. */
export function leafOf(sha256: Sha256, sheet: Uint8Array, counted: Uint8Array): Uint8Array {
  return sha256(leafText(sheet, counted));
}

/** The leaf of a whole sheet. Throws TypeError for a salt that is no base64url. */
export function leafOfSheet(sha256: Sha256, sheet: Sheet, packed: Uint8Array): Uint8Array {
  const key = fromBase64Url(sheet.salt);
  return leafOf(sha256, sha256(utf8(sheetText(sheet))), countedDigest(sha256, { key, unit: sheet.unit, packed }));
}

/** Leaves out of their file; null where it ends within one. */
export function readLeaves(bytes: Uint8Array): Uint8Array[] | null {
  if (bytes.length % LEAF_BYTES !== 0) return null;
  const count = bytes.length / LEAF_BYTES;
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * LEAF_BYTES, (at + 1) * LEAF_BYTES));
}
