import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Width and height, one bit a pixel of grey, no interlacing. */
function header(size: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(size, 0);
  data.writeUInt32BE(size, 4);
  data.writeUInt8(1, 8);
  return data;
}

/** One line of pixels after its filter byte (none); a set bit is white. */
function line(size: number, isDark: (x: number) => boolean): Buffer {
  const bits = Buffer.alloc(1 + Math.ceil(size / 8));
  for (let x = 0; x < size; x++) if (!isDark(x)) bits[1 + (x >> 3)]! |= 0x80 >> (x & 7);
  return bits;
}

/** A black-and-white square of `size` × `size` modules, each `scale` pixels wide, as a PNG file (RFC 2083). */
export function squarePng(size: number, scale: number, isDark: (x: number, y: number) => boolean): Buffer {
  const pixels = size * scale;
  const lines = Array.from({ length: size }, (_, y) => line(pixels, (x) => isDark(Math.floor(x / scale), y)));
  const image = Buffer.concat(lines.flatMap((one) => Array.from({ length: scale }, () => one)));
  return Buffer.concat([
    signature,
    chunk('IHDR', header(pixels)),
    chunk('IDAT', deflateSync(image, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
