import { expect, test } from 'vitest';
import fc from 'fast-check';
import { inUnicode } from './inUnicode.ts';
import demo from './personal/testing/demoComments.vi.json' with { type: 'json' };

test.each([
  ['TCVN3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['VNI', 'Tröôøng Tieåu hoïc', 'Trường Tiểu học'],
  ['a name in TCVN3', 'ThÇy Hïng ë tr­êng ta', 'Thầy Hùng ở trường ta'],
])('%s is turned', (_, legacy, unicode) => {
  expect(inUnicode(legacy)).toBe(unicode);
});

test('a line is turned by itself: what stands around it stays', () => {
  expect(inUnicode('Tôi chép lại:\nCéng hoµ x· héi chñ nghÜa')).toBe('Tôi chép lại:\nCộng hoà xã hội chủ nghĩa');
});

test.each([...demo.comments, ...demo.feedback])('$id in Unicode stays', ({ text }) => {
  expect(inUnicode(text)).toBe(text);
  expect(inUnicode(text.normalize('NFD'))).toBe(text);
});

test.each(['Quy che chi tieu noi bo', 'Café élève à Noël', 'Müller & Söhne', ''])('other words stay: %s', (text) => {
  expect(inUnicode(text)).toBe(text);
});

test('turning twice is turning once', () => {
  const legacy = fc.string({ unit: fc.constantFrom(...'abcehnt µ¸¶·¹¨»¾Æ©ÇÊÈÐªÒÕÓ×Ý«¬®öôõ­\n'), maxLength: 60 });
  fc.assert(
    fc.property(legacy, (text) => {
      expect(inUnicode(inUnicode(text))).toBe(inUnicode(text));
    }),
  );
});
