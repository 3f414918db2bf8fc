import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafOfSheet, sheetText, type Sheet } from './leaf.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hash = (...parts: (string | Uint8Array)[]) => {
  const whole = createHash('sha256');
  for (const part of parts) whole.update(part);
  return whole.digest();
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sheets = fc.record({
  answers: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })).map((value) => canonicalJson(value)),
  salt: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => Buffer.from(key).toString('base64url')),
  unit: fc.nat({ max: 0xffff }),
});

test('the text of a sheet is the canonical JSON of its parts', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      expect(sheetText(sheet)).toBe(canonicalJson({ ...sheet, answers: JSON.parse(sheet.answers) as unknown }));
    }),
  );
});

test('the leaf is the hash docs/verify.md says', () => {
  fc.assert(
    fc.property(sheets, fc.uint8Array({ maxLength: 40 }), (sheet, packed) => {
      const unit = Uint8Array.of(sheet.unit >> 8, sheet.unit & 255);
      const counted = hash('danban/counted/v1\n', Buffer.from(sheet.salt, 'base64url'), unit, packed);
      const leaf = hash('danban/leaf/v1\n', hash(sheetText(sheet)), counted);
      expect(hex(leafOfSheet(sha256, sheet, packed))).toBe(hex(leaf));
    }),
  );
});

test.each<[string, Partial<Sheet>, number[]]>([
  ['another answer', { answers: '{"a":"c"}' }, [1]],
  ['another key', { salt: 'B'.repeat(42) + 'A' }, [1]],
  ['another unit', { unit: 2 }, [1]],
  ['another count', {}, [2]],
])('%s makes another leaf', (_, change, packed) => {
  const sheet = { answers: '{"a":"b"}', salt: 'A'.repeat(43), unit: 1 };
  const leaf = hex(leafOfSheet(sha256, sheet, Uint8Array.of(1)));
  expect(hex(leafOfSheet(sha256, { ...sheet, ...change }, Uint8Array.from(packed)))).not.toBe(leaf);
});
