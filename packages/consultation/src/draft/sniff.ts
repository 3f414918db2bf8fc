import { partsOf } from '@danban/files';
import { refuse, type Read } from './issue.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

const encrypted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function sniffArchive(bytes: Uint8Array): Read<'document'> {
  const parts = partsOf(bytes);
  if (parts === null) return refuse('damaged-file');
  const names = new Set(parts.map((part) => part.name));
  if (names.has('mimetype')) return refuse('open-document');
  if (!names.has('[Content_Types].xml') || !names.has('_rels/.rels')) return refuse('not-a-draft');
  return { ok: true, value: 'document' };
}

/** Files whose first bytes say what they are, and that no text begins with. */
const others: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];

/** What the bytes are, whatever the name of the file says: a document of Word 2007 or later, or text. */
export function sniff(bytes: Uint8Array): Read<'document' | 'text'> {
  if (bytes.length === 0) return refuse('empty-file');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return sniffArchive(bytes);
  // The container of Word 97 to 2003, and of documents locked with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse(holds(bytes, encrypted) ? 'locked-file' : 'old-word');
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return refuse('rich-text');
  if (others.some((start) => startsWith(bytes, ...start))) return refuse('not-a-draft');
  return { ok: true, value: 'text' };
}
