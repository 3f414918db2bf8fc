import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, fromHex, toBase64Url, toHex, utf8 } from './encoding.ts';

const bytes = fc.uint8Array();

test.each([
  ['', '', ''],
  ['f', '66', 'Zg'],
  ['fo', '666f', 'Zm8'],
  ['foo', '666f6f', 'Zm9v'],
  ['foob', '666f6f62', 'Zm9vYg'],
  ['fooba', '666f6f6261', 'Zm9vYmE'],
  ['foobar', '666f6f626172', 'Zm9vYmFy'],
])('"%s" is written as in RFC 4648 §10', (text, hex, base64) => {
  expect(toHex(utf8(text))).toBe(hex);
  expect(toBase64Url(utf8(text))).toBe(base64);
});

test('Vietnamese becomes UTF-8', () => {
  expect(toHex(utf8('Dân Bàn'))).toBe('44c3a26e2042c3a06e');
});

test('hexadecimal and base64url give every byte string back', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      expect(fromHex(toHex(value))).toEqual(value);
      expect(fromBase64Url(toBase64Url(value))).toEqual(value);
    }),
  );
});

test('no two base64url texts mean the same bytes', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ABCD_-xyz019'), maxLength: 9 });
  fc.assert(
    fc.property(text, (candidate) => {
      try {
        expect(toBase64Url(fromBase64Url(candidate))).toBe(candidate);
      } catch (refusal) {
        expect(refusal).toBeInstanceOf(TypeError);
      }
    }),
  );
});

test.each(['0', 'zz', '0x', ' 00', 'a b1'])('"%s" is no hexadecimal', (text) => {
  expect(() => fromHex(text)).toThrow(TypeError);
});

test.each(['A', 'Zg==', 'Zh', 'Zm9', 'Z+9v', 'Z/9v', 'Zm 9v', '__proto__=', '😀'])('"%s" is no base64url', (text) => {
  expect(() => fromBase64Url(text)).toThrow(TypeError);
});
