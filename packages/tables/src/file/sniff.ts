import { isBounded, partsOf } from '@danban/files';
import { refuse, type Read } from './issue.ts';
import { LIMITS } from './limits.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

function sniffArchive(bytes: Uint8Array): Read<'workbook'> {
  const parts = partsOf(bytes);
  if (parts === null) return refuse('damaged-file');
  const names = new Set(parts.map((part) => part.name));
  if (names.has('xl/workbook.bin')) return refuse('old-excel');
  if (names.has('mimetype')) return refuse('open-document');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) return refuse('not-a-table');
  return isBounded(parts, LIMITS) ? { ok: true, value: 'workbook' } : refuse('unpacks-too-large');
}

/** What the bytes are, whatever the name of the file says: a workbook of Excel 2007 or later, or text. */
export function sniff(bytes: Uint8Array): Read<'workbook' | 'text'> {
  if (bytes.length === 0) return refuse('empty-file');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return sniffArchive(bytes);
  // The container of Excel 97 to 2003, and of workbooks locked with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('old-excel');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('not-a-table');
  return { ok: true, value: 'text' };
}
