import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personalIn } from './find.ts';
import { masked, placeholders } from './mask.ts';
import { knownNames } from './people.ts';
import { vietnamese } from './testing/hostile.ts';

const none = knownNames([]);
const mask = (text: string) =>
  masked(
    text,
    personalIn(text, none).filter(({ level }) => level === 'redact'),
  );

test('placeholders are words, and what stands around them stays', () => {
  expect(mask('Cô Lan lớp 5A, số 0912345678')).toBe('Cô [tên người] lớp 5A, số [số điện thoại]');
  expect(mask('Nhà vệ sinh mất nước')).toBe('Nhà vệ sinh mất nước');
});

test('spans somebody marked by hand may lie over others', () => {
  const spans = [
    { kind: 'other', level: 'redact', start: 2, end: 6 },
    { kind: 'person', level: 'redact', start: 4, end: 8 },
  ] as const;
  expect(masked('0123456789', spans)).toBe('01[đã che]89');
});

const longest = Math.max(...Object.values(placeholders).map(({ length }) => length));

test('a text grows by no more than its placeholders', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const spans = personalIn(text, none).filter(({ level }) => level === 'redact');
      const length = text.normalize('NFC').length;
      expect(masked(text, spans).length).toBeLessThanOrEqual(length + spans.length * longest);
    }),
  );
});

test('nothing that was masked is left, and nothing else is missing', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const composed = text.normalize('NFC');
      const spans = personalIn(text, none).filter(({ level }) => level === 'redact');
      const parts = spans.map(({ start }, at) => composed.slice(spans[at - 1]?.end ?? 0, start));
      const rest = [...parts, composed.slice(spans.at(-1)?.end ?? 0)];
      expect(masked(text, spans)).toBe(
        rest.map((part, at) => part + (spans[at] ? placeholders[spans[at].kind] : '')).join(''),
      );
    }),
  );
});
