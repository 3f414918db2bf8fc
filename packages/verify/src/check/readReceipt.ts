import { fromBase64Url } from '@danban/bytes';
import { leafSalt, readSeed } from '@danban/credential';
import type { Promised, Receipt } from './receipt.ts';

const HASH = 32;
const SIGNATURE = 64;

/** Code, and behind points the hash of the sheet, its leaf, the closing date (which has a point of its own) and the signature. */
const WHOLE = /^([^.]+)(?:\.([\w-]{43})\.([\w-]{43})\.([\dT:.Z-]+)\.([\w-]{86}))?$/;

interface ReadText {
  code: string;
  promise?: Promised;
}

/**
 * A receipt as it stands behind `#` in its link: the code, and after points the hash of the sheet, its leaf, the closing date and
 * the urn's signature. The code alone is a receipt, too. Null where a part is not what it should be.
 */
export function readReceipt(text: string): ReadText | null {
  const [, code, sheet, leaf, closesAt, signature] = WHOLE.exec(text.trim()) ?? [];
  if (code === undefined) return null;
  if (closesAt === undefined) return { code };
  const read = [bytes(sheet, HASH), bytes(leaf, HASH), bytes(signature, SIGNATURE)] as const;
  if (!read[0] || !read[1] || !read[2]) return null;
  return { code, promise: { sheet: read[0], leaf: read[1], closesAt, signature: read[2] } };
}

function bytes(text: string | undefined, length: number): Uint8Array | null {
  try {
    const read = fromBase64Url(text ?? '');
    return read.length === length ? read : null;
  } catch {
    return null;
  }
}

/**
 * What a respondent types or scans, read for the survey of this opening: the code of her receipt however it is written, what
 * stands behind `#` of its link, or the whole link. Null for what is no receipt.
 */
export async function receiptOf(text: string, openingHash: string): Promise<Receipt | null> {
  const read = readReceipt(text.slice(text.indexOf('#') + 1));
  const seed = read && readSeed(read.code);
  if (!seed?.ok) return null;
  const key = await leafSalt(seed.bytes, openingHash);
  return { key, ...(read?.promise && { promise: read.promise }) };
}
