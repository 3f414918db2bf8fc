import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test.each([
  [[], ''],
  [[0], 'AA=='],
  [[251, 255], '+/8='],
  [[102, 111, 111], 'Zm9v'],
])('%j is %j', (bytes, text) => expect(toBase64(Uint8Array.from(bytes))).toBe(text));

test('bytes are read again as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AA', 'AA=', 'AB==', 'AAA', 'AA-_', '====', 'A===', 'AAAA=', ' AAAA'])('%j is no base64', (text) => {
  expect(() => fromBase64(text)).toThrow(TypeError);
});
