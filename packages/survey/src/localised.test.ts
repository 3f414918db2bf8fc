import { expect, test } from 'vitest';
import { localised } from './localised.ts';

test('English is shown where it exists, Vietnamese everywhere else', () => {
  expect(localised({ vi: 'Có', en: 'Yes' }, 'en')).toBe('Yes');
  expect(localised({ vi: 'Có', en: 'Yes' }, 'vi')).toBe('Có');
  expect(localised({ vi: 'Có' }, 'en')).toBe('Có');
});
