import { isWholePdf } from '../pdf.ts';
import type { CleanPicture } from './clean.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng, pngSignature } from './png.ts';

export const showableMedia = ['pdf', 'jpg', 'png'] as const;
export type ShowableMedia = (typeof showableMedia)[number];

export type ShowableIssue = 'empty-file' | 'file-too-large' | 'damaged-file' | 'picture-too-large' | 'not-showable';
export type ReadShowable = { ok: true; media: ShowableMedia; bytes: Uint8Array } | { ok: false; code: ShowableIssue };

/** What a file that everybody may open holds at most: five megabytes, and a picture as many points as a browser draws. */
export const SHOWABLE = { bytes: 5 * 1024 * 1024, pixels: 100_000_000 } as const;

const refuse = (code: ShowableIssue): ReadShowable => ({ ok: false, code });

const begins = (bytes: Uint8Array, start: ArrayLike<number>): boolean =>
  Array.from(start).every((byte, at) => bytes[at] === byte);

function pictureOf(media: 'jpg' | 'png', picture: CleanPicture | null): ReadShowable {
  if (picture === null) return refuse('damaged-file');
  if (picture.pixels > SHOWABLE.pixels) return refuse('picture-too-large');
  return { ok: true, media, bytes: picture.bytes };
}

/**
 * A file everybody is to open: PDF, JPEG or PNG, told by its bytes and not by its name. Pictures keep their samples and how they
 * are turned alone; a PDF stays as it is. Never throws for what a file may contain.
 */
export function readShowable(bytes: Uint8Array): ReadShowable {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > SHOWABLE.bytes) return refuse('file-too-large');
  if (begins(bytes, [0xff, 0xd8, 0xff])) return pictureOf('jpg', cleanJpeg(bytes));
  if (begins(bytes, pngSignature)) return pictureOf('png', cleanPng(bytes));
  if (!begins(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('not-showable');
  return isWholePdf(bytes) ? { ok: true, media: 'pdf', bytes } : refuse('damaged-file');
}
