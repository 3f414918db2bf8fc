import { decode } from './encoding.ts';

/** One part of a ZIP archive as its directory describes it. */
export interface Part {
  name: string;
  unpacked: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const entryHead = 46;
const endHead = 22;

/** The last end mark, as a reader finds it: the comment behind it is at most 65,535 bytes long. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endHead - 0xffff);
  for (let at = view.byteLength - endHead; at >= first; at--) if (view.getUint32(at, true) === endMark) return at;
  return -1;
}

/** A part whose declared sizes a reader would not hold to, or that it could not read. */
function isSuspicious(method: number, flags: number, packed: number, unpacked: number): boolean {
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) return true;
  if (packed === 0xffffffff || unpacked === 0xffffffff) return true;
  if (method === 0) return packed !== unpacked;
  return unpacked === 0 && packed > 2;
}

/**
 * The directory of a ZIP archive (APPNOTE 6.3.10, 4.3.12 and 4.3.16); `null` when it is none, is encrypted, needs ZIP64,
 * or hides a size. Whoever unpacks no more than what is declared here is safe from archives that swell.
 */
export function partsOf(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.byteLength < endHead ? -1 : findEnd(view);
  if (end === -1) return null;
  const count = view.getUint16(end + 10, true);
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + entryHead > view.byteLength || view.getUint32(at, true) !== entryMark) return null;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (isSuspicious(view.getUint16(at + 10, true), view.getUint16(at + 8, true), packed, unpacked)) return null;
    const length = view.getUint16(at + 28, true);
    const name = decode(bytes.subarray(at + entryHead, at + entryHead + length));
    parts.push({ name, unpacked });
    at += entryHead + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** How many parts an archive may have, and their bytes once unpacked. */
export interface Bounds {
  parts: number;
  unpacked: number;
}

/** Whether unpacking these parts stays within bounds. */
export function isBounded(parts: readonly Part[], most: Bounds): boolean {
  return parts.length <= most.parts && parts.reduce((sum, part) => sum + part.unpacked, 0) <= most.unpacked;
}
