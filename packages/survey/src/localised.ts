import type { Text } from './wording.ts';

export const languages = ['vi', 'en'] as const;
export type Lang = (typeof languages)[number];

/** The wording in the language asked for, or in Vietnamese, which every text has. */
export function localised(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi;
}
