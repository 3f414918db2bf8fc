import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { squarePng } from './png.ts';
import { qrPng } from './qr.ts';

/** Width, height and the bits of a PNG of one bit a pixel, read by its chunks. */
function opened(png: Buffer) {
  const width = png.readUInt32BE(16);
  const at = png.indexOf('IDAT');
  const image = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const perLine = 1 + Math.ceil(width / 8);
  const isDark = (x: number, y: number) => (image[y * perLine + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0;
  return { width, height: png.readUInt32BE(20), lines: image.length / perLine, isDark };
}

test('every module is a square of whole pixels, dark where it is set', () => {
  const isSet = (x: number, y: number) => (x * 3 + y * 5) % 7 < 3;
  const { width, height, lines, isDark } = opened(squarePng(9, 3, isSet));
  expect([width, height, lines]).toEqual([27, 27, 27]);
  for (let y = 0; y < 27; y++) for (let x = 0; x < 27; x++) expect(isDark(x, y)).toBe(isSet((x / 3) | 0, (y / 3) | 0));
});

test('a printed code is sharp at 12 cm, small as a file, and has its white margin', () => {
  const png = qrPng('https://khaosat.example.vn/s/4k7vq2m9x8bd');
  const { width, isDark } = opened(png);
  expect(width).toBeGreaterThanOrEqual(1_400);
  expect(png.length).toBeLessThan(8_000);
  const edge = Math.floor((width / 41) * 4) - 10;
  for (let x = 0; x < width; x++) expect(isDark(x, edge)).toBe(false);
});
