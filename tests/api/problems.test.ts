import { problemStatus } from '@danban/contract';
import { isMessageKey, t, type Lang } from '@danban/i18n';
import { expect, test } from 'vitest';

/** What the house finds wrong with accounts, units and the shape of an input. */
const issueCodes = [
  'common-password',
  'body-may-not-organise',
  'body-required',
  'cycle',
  'duplicate-id',
  'ends-before-it-starts',
  'history-not-continuous',
  'invalid_format',
  'invalid_type',
  'invalid_union',
  'invalid_value',
  'login-shape',
  'login-taken',
  'not-a-day',
  'not-held',
  'outside-the-body',
  'parent-does-not-exist-then',
  'same-person',
  'too_big',
  'too_small',
  'unknown-body',
  'unknown-parent',
  'unknown-successor',
  'unknown-unit',
  'unrecognized_keys',
];
const keys = [
  ...Object.keys(problemStatus).map((code) => `problem.${code}`),
  ...issueCodes.map((code) => `wrong.${code}`),
];

test.each(keys)('%s is a sentence in both languages', (key) => {
  if (!isMessageKey(key)) throw new Error(`${key} has no sentence`);
  for (const lang of ['vi', 'en'] satisfies Lang[]) expect(t(lang, key)).toMatch(/^\p{Lu}.+\.$/su);
});
