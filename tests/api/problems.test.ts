import { problemStatus } from '@danban/contract';
import { isMessageKey, t, type Lang } from '@danban/i18n';
import { expect, test } from 'vitest';

test.each(Object.keys(problemStatus))('%s has a sentence in both languages', (code) => {
  const key = `problem.${code}`;
  if (!isMessageKey(key)) throw new Error(`${key} has no sentence`);
  for (const lang of ['vi', 'en'] satisfies Lang[]) expect(t(lang, key)).toMatch(/^\p{Lu}.+\.$/su);
});
