import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, sidesOf, type Segment } from './words.ts';

const marks: Record<Segment['kind'], [string, string]> = {
  equal: ['', ''],
  inserted: ['{+', '+}'],
  deleted: ['[-', '-]'],
  respelled: ['<', '>'],
};
const shown = (before: string, after: string): string =>
  differenceOf(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');

test.each([
  [
    'Chi bồi dưỡng: 60.000 đồng/tiết.',
    'Chi bồi dưỡng: 80.000 đồng/tiết.',
    'Chi bồi dưỡng: [-60.000 -]{+80.000 +}đồng/tiết.',
  ],
  ['Học sinh được nghỉ.', 'Học sinh không được nghỉ.', 'Học sinh {+không +}được nghỉ.'],
  ['Hoạt động văn hoá', 'Hoạt động văn hóa', 'Hoạt động văn <hóa>'],
  ['Khen “tốt” – nhanh', 'Khen "tốt" - nhanh', 'Khen <">tốt<" - >nhanh'],
  ['', 'Mới', '{+Mới+}'],
  ['Cũ', '', '[-Cũ-]'],
])('"%s" and "%s"', (before, after, segments) => {
  expect(shown(before, after)).toBe(segments);
});

test('one word that stays between long changes is no island', () => {
  expect(shown('một hai ba của bốn năm sáu', 'bảy tám chín của mười trăm nghìn')).toBe(
    '[-một hai ba của bốn năm sáu-]{+bảy tám chín của mười trăm nghìn+}',
  );
});

describe('of any two texts', () => {
  const word = fc.constantFrom(
    'hoà',
    'hòa',
    'của',
    'Điều',
    '1.000',
    ',',
    '“',
    '"',
    '–',
    '-',
    'nhà',
    'trường',
    '50%',
    '\n',
    '  ',
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

  test('each side reads as it was written', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const sides = sidesOf(differenceOf(before, after));
        const bare = (all: string): string => all.normalize('NFC').replace(/\s/g, '');
        expect(bare(sides.before.map((segment) => segment.text).join(''))).toBe(bare(before));
        expect(bare(sides.after.map((segment) => segment.text).join(''))).toBe(bare(after));
      }),
    );
  });

  test('a text against itself is equal', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(differenceOf(same, same).every(({ kind }) => kind === 'equal')).toBe(true);
      }),
    );
  });
});

test('two long clauses that have little in common take no longer than a blink', () => {
  const long = (step: number): string => Array.from({ length: 20_000 }, (_, i) => `từ${(i * step) % 7001}`).join(' ');
  const began = performance.now();
  expect(differenceOf(long(3), long(5)).length).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(3_000);
});
