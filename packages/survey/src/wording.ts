import { cleanText } from '@danban/text';
import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** One wording: cleaned (NFC, no controls), trimmed, 1–2,000 UTF-16 units. */
export const wording = z
  .string()
  .overwrite((text) => cleanText(text).trim())
  .min(1)
  .max(LIMITS.text);

/** A wording in Vietnamese, and in English where someone has translated it. */
export const textSchema = z.strictObject({ vi: wording, en: wording.exactOptional() });
export type Text = z.infer<typeof textSchema>;
