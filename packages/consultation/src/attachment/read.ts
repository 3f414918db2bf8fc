import { isBounded, isWholePdf, partsOf } from '@danban/files';
import { readDraft } from '../draft/read.ts';
import { secrecyStamp } from '../draft/secrecy.ts';
import { withoutProperties } from './strip.ts';

export type AttachmentKind = 'pdf' | 'docx' | 'xlsx';
export type AttachmentIssueCode =
  | 'empty-file'
  | 'attachment-too-large'
  | 'damaged-file'
  | 'locked-file'
  | 'holds-macros'
  | 'unpacks-too-large'
  | 'not-attachable'
  | 'secret';

export type ReadAttachment =
  { ok: true; kind: AttachmentKind; bytes: Uint8Array } | { ok: false; code: AttachmentIssueCode };

/** What a file beside a draft may hold: five megabytes, and unpacked what a reader opens without trouble. */
export const ATTACHMENT = { bytes: 5 * 1024 * 1024, parts: 5_000, unpacked: 64 * 1024 * 1024 } as const;

const refuse = (code: AttachmentIssueCode): ReadAttachment => ({ ok: false, code });

const begins = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((letter, i) => bytes[i] === letter.charCodeAt(0));

const readPdf = (bytes: Uint8Array): ReadAttachment =>
  isWholePdf(bytes) ? { ok: true, kind: 'pdf', bytes } : refuse('damaged-file');

/** Office Open XML: a document or a workbook without programs in it. */
function readPackage(bytes: Uint8Array): ReadAttachment {
  const parts = partsOf(bytes);
  if (parts === null) return refuse('damaged-file');
  if (!isBounded(parts, ATTACHMENT)) return refuse('unpacks-too-large');
  const names = new Set(parts.map(({ name }) => name));
  if ([...names].some((name) => /vbaproject\.bin$/i.test(name))) return refuse('holds-macros');
  if (!names.has('[Content_Types].xml')) return refuse('not-attachable');
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : null;
  if (kind === null) return refuse('not-attachable');
  if (kind === 'docx' && isStamped(bytes)) return refuse('secret');
  const stripped = withoutProperties(bytes);
  return stripped === null ? refuse('damaged-file') : { ok: true, kind, bytes: stripped };
}

function isStamped(bytes: Uint8Array): boolean {
  const read = readDraft(bytes);
  return read.ok && secrecyStamp(read.value.lines) !== null;
}

/**
 * A file that is to lie beside a draft: PDF, .docx or .xlsx, told by its bytes and not by its name; who made it and when
 * is taken out of Office files. Never throws for what a file may contain.
 */
export function readAttachment(bytes: Uint8Array): ReadAttachment {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > ATTACHMENT.bytes) return refuse('attachment-too-large');
  if (begins(bytes, '%PDF')) return readPdf(bytes);
  if (begins(bytes, 'PK\u0003\u0004')) return readPackage(bytes);
  // The container of old Office files, and of new ones that are locked with a password.
  if (begins(bytes, '\u00d0\u00cf\u0011\u00e0')) return refuse('locked-file');
  return refuse('not-attachable');
}
