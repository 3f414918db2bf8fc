import { cleanText } from '@danban/text';
import { z } from 'zod';
import { LIMITS } from './limits.ts';

export const languages = ['vi', 'en'] as const;
export type Lang = (typeof languages)[number];

/** One wording: cleaned (NFC, no controls), trimmed, 1–2,000 UTF-16 units. */
export const wording = z
  .string()
  .overwrite((text) => cleanText(text).trim())
  .min(1)
  .max(LIMITS.text);

/** A wording in Vietnamese, and in English where someone has translated it. */
export const textSchema = z.strictObject({ vi: wording, en: wording.exactOptional() });
export type Text = z.infer<typeof textSchema>;

/** The wording in the language asked for, or in Vietnamese, which every text has. */
export function localised(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi;
}
