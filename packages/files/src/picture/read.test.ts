import { concat } from '@danban/bytes';
import { describe, expect, test } from 'vitest';
import { orientationIn } from './orientation.ts';
import { chunkOf, cleanPng, pngSignature } from './png.ts';
import { readShowable, SHOWABLE } from './read.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const none = new Uint8Array();

/** What a phone writes: how it was held, who made it, where it stood. */
function tiff(orientation: number, little = false): Uint8Array {
  const words = bytesOf('Sony GPS 20.4388N 106.1621E');
  const bytes = new Uint8Array(8 + 2 + 24 + 4 + words.length);
  const view = new DataView(bytes.buffer);
  bytes.set(bytesOf(little ? 'II' : 'MM'));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  const entry = (at: number, tag: number, type: number, count: number) => {
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
  };
  entry(10, 0x010f, 2, words.length);
  view.setUint32(18, 38, little);
  entry(22, 0x0112, 3, 1);
  view.setUint16(30, orientation, little);
  bytes.set(words, 38);
  return bytes;
}

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  concat(Uint8Array.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body);
const [start, end] = [Uint8Array.from([0xff, 0xd8]), Uint8Array.from([0xff, 0xd9])];
const table = segment(0xdb, Uint8Array.from([0, ...Array.from({ length: 64 }, () => 1)]));
const frame = (width: number, height: number) =>
  segment(0xc0, Uint8Array.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]));
const scan = concat(
  segment(0xda, Uint8Array.from([1, 1, 0, 0, 63, 0])),
  Uint8Array.from([0x12, 0xff, 0, 0xff, 0xd0, 0x34]),
);
const jfif = concat(bytesOf('JFIF\0'), Uint8Array.from([1, 1, 0, 0, 72, 0, 72]));
const telling = [
  segment(0xe1, concat(bytesOf('http://ns.adobe.com/xap/1.0/\0'), bytesOf('<x>cô Lan</x>'))),
  segment(0xe2, bytesOf('ICC_PROFILE\0 Sony display')),
  segment(0xed, bytesOf('Photoshop 3.0 by-line Lan')),
  segment(0xfe, bytesOf('taken by Lan')),
];
const photo = (orientation: number, little = false): Uint8Array =>
  concat(
    start,
    segment(0xe0, concat(jfif, Uint8Array.from([1, 1]), bytesOf('thu'))),
    segment(0xe1, concat(bytesOf('Exif\0\0'), tiff(orientation, little))),
    ...telling,
    ...[table, frame(4, 3), scan, scan, end],
    bytesOf('motion photo: GPS, Lan'),
  );

const header = (width: number, height: number): Uint8Array => {
  const body = new Uint8Array(13);
  new DataView(body.buffer).setUint32(0, width);
  new DataView(body.buffer).setUint32(4, height);
  body[8] = 8;
  return chunkOf('IHDR', body);
};
const drawn = [chunkOf('gAMA', Uint8Array.from([0, 0, 177, 143])), chunkOf('IDAT', Uint8Array.from([1, 2, 3]))];
const screenshot = (orientation: number): Uint8Array =>
  concat(
    ...[pngSignature, header(4, 3)],
    ...[chunkOf('tEXt', bytesOf('Author\0Lan')), chunkOf('iTXt', bytesOf('XML:com.adobe.xmp GPS'))],
    ...[chunkOf('eXIf', tiff(orientation)), chunkOf('tIME', new Uint8Array(7)), chunkOf('iCCP', bytesOf('Sony'))],
    ...[...drawn, chunkOf('prVt', bytesOf('Lan')), chunkOf('IEND', none), bytesOf('GPS')],
  );

const cleaned = (bytes: Uint8Array): Uint8Array => {
  const read = readShowable(bytes);
  if (!read.ok) throw new Error(read.code);
  return read.bytes;
};
const codeOf = (bytes: Uint8Array): string => {
  const read = readShowable(bytes);
  return read.ok ? read.media : read.code;
};

describe('a picture', () => {
  test('keeps its samples alone: place, device, people, thumbnail and whatever hangs on behind are gone', () => {
    const density = segment(0xe0, concat(jfif, new Uint8Array(2)));
    expect(cleaned(photo(1))).toEqual(concat(start, density, table, frame(4, 3), scan, scan, end));
    expect(cleaned(screenshot(1))).toEqual(concat(pngSignature, header(4, 3), ...drawn, chunkOf('IEND', none)));
    for (const bytes of [photo(6), photo(8, true), screenshot(6)]) {
      expect(textOf(cleaned(bytes))).not.toMatch(/Lan|GPS|Sony|adobe|thu/);
    }
  });

  test('stays turned as it was taken', () => {
    for (const [orientation, little] of [
      [3, false],
      [6, true],
      [8, false],
    ] as const) {
      const bytes = cleaned(photo(orientation, little));
      const at = textOf(bytes).indexOf('Exif\0\0');
      expect(orientationIn(bytes.subarray(at + 6))).toBe(orientation);
    }
    const bytes = cleaned(screenshot(6));
    expect(orientationIn(bytes.subarray(textOf(bytes).indexOf('eXIf') + 4))).toBe(6);
    expect([orientationIn(none), orientationIn(bytesOf('MM\0*')), orientationIn(tiff(77))]).toEqual([1, 1, 1]);
  });

  test('cleaned again is the same, byte for byte', () => {
    for (const bytes of [photo(6), photo(1), screenshot(8)]) expect(cleaned(cleaned(bytes))).toEqual(cleaned(bytes));
  });

  test('that is cut off anywhere, or altered in its chunks, is damaged', () => {
    const [jpeg, png] = [cleaned(photo(6)), cleaned(screenshot(6))];
    for (let length = 8; length < jpeg.length; length++) expect(codeOf(jpeg.subarray(0, length))).toBe('damaged-file');
    for (let length = 8; length < png.length; length++) expect(codeOf(png.subarray(0, length))).toBe('damaged-file');
    const altered = png.map((byte, at) => (at === png.length - 20 ? byte ^ 1 : byte));
    expect(codeOf(altered)).toBe('damaged-file');
    expect(codeOf(concat(start, table, end))).toBe('damaged-file');
  });

  test('of more points than a browser draws is refused', () => {
    expect(codeOf(concat(start, table, frame(60_000, 60_000), scan, end))).toBe('picture-too-large');
    expect(codeOf(concat(pngSignature, header(60_000, 60_000), ...drawn, chunkOf('IEND', none)))).toBe(
      'picture-too-large',
    );
    expect(cleanPng(concat(pngSignature, header(0, 5), ...drawn, chunkOf('IEND', none)))).toBeNull();
  });
});

test('a file is told by its bytes: PDF, JPEG and PNG are taken, anything else is not', () => {
  const pdf = bytesOf('%PDF-1.7\n1 0 obj <</Author (Lan)>> endobj\n%%EOF\n');
  expect([codeOf(photo(1)), codeOf(screenshot(1)), codeOf(pdf)]).toEqual(['jpg', 'png', 'pdf']);
  expect(cleaned(pdf)).toBe(pdf);
  expect(codeOf(bytesOf('%PDF-1.7\n1 0 obj'))).toBe('damaged-file');
  for (const other of [
    '<svg onload="alert(1)"/>',
    'GIF89a',
    'PK\u0003\u0004',
    '<html>',
    'RIFF....WEBP',
    '....ftypheic',
  ]) {
    expect(codeOf(bytesOf(other))).toBe('not-showable');
  }
  expect(codeOf(none)).toBe('empty-file');
  expect(codeOf(new Uint8Array(SHOWABLE.bytes + 1))).toBe('file-too-large');
});
