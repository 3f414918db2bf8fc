import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, hasUnsafeControls, nfc } from './clean.ts';

const anything = fc.string({ unit: 'binary', maxLength: 60 });
const nasty = fc.string({
  unit: fc.constantFrom('a', '\u0300', 'ê', '\r', '\n', '\t', '\u0000', '\u202E', '\u2069', '\uD83D', '\uDE00', 'א'),
});

test.each([
  ['decomposed letters', 'Đề án'.normalize('NFD'), 'Đề án'],
  ['Windows newlines', 'một\r\nhai\rba', 'một\nhai\nba'],
  ['tabs and newlines', 'a\tb\nc', 'a\tb\nc'],
  ['controls', 'a\u0000b\u0007c\u001Bd\u007Fe\u0085f', 'abcdef'],
  ['bidi overrides and isolates', '\u202Eabc\u202C \u2066d\u2069', 'abc d'],
  ['right-to-left letters', 'שלום عربي', 'שלום عربي'],
  ['emoji with joiners and skin', '👩🏽‍🏫 🇻🇳', '👩🏽‍🏫 🇻🇳'],
  ['half an emoji', 'a\uD83Db', 'a\uFFFDb'],
  ['a letter parted from its mark by a control', 'e\u0000\u0302', 'ê'],
])('%s', (_, raw, cleaned) => {
  expect(cleanText(raw)).toBe(cleaned);
});

test('clean text is well-formed NFC without controls, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nasty), (raw) => {
      const cleaned = cleanText(raw);
      expect(hasUnsafeControls(cleaned)).toBe(false);
      expect(cleaned.isWellFormed()).toBe(true);
      expect(nfc(cleaned)).toBe(cleaned);
      expect(cleanText(cleaned)).toBe(cleaned);
    }),
  );
});

test('how a text was composed makes no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      expect(cleanText(raw.normalize('NFD'))).toBe(cleanText(raw));
    }),
  );
});
