import { concat } from '@danban/bytes';
import { orientationIn, tiffOf } from './orientation.ts';
import type { CleanPicture } from './clean.ts';

export const pngSignature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a decoder draws by. */
const drawn: ReadonlySet<string> = new Set(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'IDAT']);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The check sum of ISO 3309, as PNG has it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}

export function chunkOf(type: string, body: Uint8Array): Uint8Array {
  const named = concat(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    body,
  );
  const [length, crc] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, body.length);
  new DataView(crc.buffer).setUint32(0, crc32(named));
  return concat(length, named, crc);
}

interface Chunk {
  type: string;
  body: Uint8Array;
  whole: Uint8Array;
}

/** Every chunk up to the last one; null: one is damaged, or the end is missing. */
function chunksIn(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = pngSignature.length; ;) {
    if (at + 12 > bytes.length) return null;
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const named = bytes.subarray(at + 4, end - 4);
    if (crc32(named) !== view.getUint32(end - 4)) return null;
    const type = String.fromCharCode(...named.subarray(0, 4));
    chunks.push({ type, body: named.subarray(4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
}

/**
 * A PNG (W3C, third edition) with nothing but its picture and how it is turned: no text, time, Exif, profile or animation, and
 * nothing behind its end. Null: it is damaged, or cut off.
 */
export function cleanPng(bytes: Uint8Array): CleanPicture | null {
  const chunks = chunksIn(bytes);
  const first = chunks?.[0];
  if (!chunks || first?.type !== 'IHDR' || first.body.length !== 13) return null;
  if (!chunks.some(({ type }) => type === 'IDAT')) return null;
  const size = new DataView(first.body.buffer, first.body.byteOffset, 8);
  const pixels = size.getUint32(0) * size.getUint32(4);
  if (pixels === 0) return null;
  const exif = chunks.find(({ type }) => type === 'eXIf');
  const orientation = exif ? orientationIn(exif.body) : 1;
  const turned = orientation === 1 ? [] : [chunkOf('eXIf', tiffOf(orientation))];
  const kept = chunks.filter(({ type }) => drawn.has(type)).map(({ whole }) => whole);
  const end = chunkOf('IEND', new Uint8Array());
  return { bytes: concat(pngSignature, first.whole, ...turned, ...kept, end), pixels };
}
