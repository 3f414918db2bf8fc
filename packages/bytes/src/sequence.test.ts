import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from './encoding.ts';
import { compareBytes, concat } from './sequence.ts';

test('concatenation is that of the hexadecimal texts', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (parts) => {
      expect(toHex(concat(...parts))).toBe(parts.map(toHex).join(''));
    }),
  );
});

test('bytes sort as their hexadecimal texts do', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), fc.uint8Array({ maxLength: 4 }), (a, b) => {
      const [left, right] = [toHex(a), toHex(b)];
      expect(Math.sign(compareBytes(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
  );
});
