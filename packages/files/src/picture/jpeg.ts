import { concat } from '@danban/bytes';
import { orientationIn, tiffOf } from './orientation.ts';
import type { CleanPicture } from './clean.ts';

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];
/** Tables a decoder needs: Huffman, arithmetic conditioning, quantisation, restart interval. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdd]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

interface Segment {
  marker: number;
  /** What stands behind its length. */
  body: Uint8Array;
  end: number;
}

function segmentAt(bytes: Uint8Array, start: number): Segment | null {
  if (bytes[start] !== 0xff) return null;
  let at = start;
  while (bytes[at] === 0xff) at += 1;
  const marker = bytes[at];
  if (marker === undefined) return null;
  if (marker === endOfImage) return { marker, body: new Uint8Array(), end: at + 1 };
  const [high, low] = [bytes[at + 1], bytes[at + 2]];
  if (high === undefined || low === undefined) return null;
  const end = at + 1 + high * 256 + low;
  return end < at + 3 || end > bytes.length ? null : { marker, body: bytes.subarray(at + 3, end), end };
}

/** Where the marker behind entropy-coded data stands; null: the data just ends. */
function endOfData(bytes: Uint8Array, start: number): number | null {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return null;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return null;
}

const begins = (body: Uint8Array, words: string): boolean =>
  [...words].every((letter, at) => body[at] === letter.charCodeAt(0));

const written = (marker: number, body: Uint8Array): Uint8Array => {
  const length = body.length + 2;
  return concat(Uint8Array.from([0xff, marker, length >> 8, length & 0xff]), body);
};

/** Of what applications put in only what tells how samples are read: the density, without a thumbnail, and Adobe's transform. */
function readingHelp({ marker, body }: Segment): Uint8Array | null {
  if (marker === 0xe0 && begins(body, 'JFIF\0') && body.length >= 14)
    return written(marker, concat(body.subarray(0, 12), new Uint8Array(2)));
  if (marker === 0xee && begins(body, 'Adobe') && body.length >= 12) return written(marker, body.subarray(0, 12));
  return null;
}

/**
 * A JPEG (ITU-T T.81) with nothing but its picture and how it is turned: no Exif, XMP, IPTC, profile, comment, thumbnail, and
 * nothing behind its end. Samples are not touched. Null: it is damaged, or cut off.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | null {
  const head: Uint8Array[] = [];
  const parts: Uint8Array[] = [];
  let [orientation, pixels, scans] = [1, 0, 0];
  for (let at = 2; ;) {
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    const { marker, body, end } = segment;
    if (marker === endOfImage) break;
    at = end;
    const help = readingHelp(segment);
    if (help !== null) head.push(help);
    else if (marker === 0xe1 && begins(body, 'Exif\0\0')) orientation = orientationIn(body.subarray(6));
    else if (isFrame(marker)) {
      if (pixels > 0 || body.length < 6) return null;
      pixels = (body[1]! * 256 + body[2]!) * (body[3]! * 256 + body[4]!);
      parts.push(written(marker, body));
    } else if (tables.has(marker)) parts.push(written(marker, body));
    else if (marker === startOfScan) {
      const next = endOfData(bytes, end);
      if (pixels === 0 || next === null) return null;
      parts.push(written(marker, body), bytes.subarray(end, next));
      scans += 1;
      at = next;
    } else if (marker < 0xe0) return null;
  }
  if (scans === 0) return null;
  const exif = concat(Uint8Array.from([0x45, 0x78, 0x69, 0x66, 0, 0]), tiffOf(orientation));
  const turned = orientation === 1 ? [] : [written(0xe1, exif)];
  const [first, last] = [Uint8Array.from([0xff, startOfImage]), Uint8Array.from([0xff, endOfImage])];
  return { bytes: concat(first, ...head, ...turned, ...parts, last), pixels };
}
