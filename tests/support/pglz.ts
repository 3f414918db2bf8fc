/**
 * PostgreSQL keeps a text of more than about 2 kB compressed (pglz), so its words stand in no file as they are. This
 * unpacks what looks like such a value, wherever it lies: living and dead rows, write-ahead log, a copied page. Of a
 * value that was cut into pieces the first piece is unpacked, up to 2000 bytes; the others open only through SQL.
 */
export function unpackedFrom(bytes: Buffer): Buffer {
  const found: Uint8Array[] = [];
  for (let at = 0; at + shortest <= bytes.length; at++) {
    // A length stands in 32 bits and is small, so most positions are over after one look.
    if (bytes[at + 3] !== 0 || bytes[at + 2] !== 0) continue;
    const value = valueAt(bytes, at);
    if (value) found.push(value);
  }
  return Buffer.concat(found);
}

const shortest = 16;
const largestPiece = 2000;
/** A page is 8 kB; a compressed value in it is no longer. */
const largestInline = 8191;
const inPlace = 2;
const outOfLine = 0;

/** The two lowest bits of a length (postgres/src/include/varatt.h, little-endian) say how the value is kept. */
function valueAt(bytes: Buffer, at: number): Uint8Array | undefined {
  const head = bytes.readUInt32LE(at);
  const length = head >>> 2;
  const kept = head & 3;
  if (length < shortest || at + length > bytes.length) return undefined;
  if (kept !== inPlace && kept !== outOfLine) return undefined;
  if (length > (kept === inPlace ? largestInline : largestPiece)) return undefined;
  // 30 bits of length and 2 of method; method 0 is pglz, which never makes a value longer.
  const size = bytes.readUInt32LE(at + 4);
  if (size <= length - 8 || size > largestValue) return undefined;
  return unpack(bytes.subarray(at + 8, at + length), size, kept === outOfLine);
}

const largestValue = 64 * 1024 * 1024;

/** pglz (postgres/src/common/pg_lzcompress.c): a byte of eight flags, then eight items, literal or copied from before. */
function unpack(packed: Buffer, size: number, mayBeCut: boolean): Uint8Array | undefined {
  const out: number[] = [];
  let at = 0;
  while (at < packed.length && out.length < size) {
    let flags = packed[at++]!;
    for (let item = 0; item < 8 && at < packed.length && out.length < size; item++, flags >>= 1) {
      if ((flags & 1) === 0) out.push(packed[at++]!);
      else if ((at = copied(packed, at, out)) === impossible) return undefined;
    }
  }
  const whole = out.length === size && at === packed.length;
  return whole || (mayBeCut && at >= packed.length) ? Uint8Array.from(out) : undefined;
}

const impossible = -1;

/** Copies 3 to 273 bytes from up to 4095 before; answers where the next item begins. */
function copied(packed: Buffer, at: number, out: number[]): number {
  let length = (packed[at]! & 0x0f) + 3;
  const back = ((packed[at]! & 0xf0) << 4) | (packed[at + 1] ?? 0);
  if (back === 0 || back > out.length) return impossible;
  if (length === 18) length += packed[at + 2] ?? 0;
  for (let i = 0; i < length; i++) out.push(out[out.length - back]!);
  return at + ((packed[at]! & 0x0f) === 15 ? 3 : 2);
}
