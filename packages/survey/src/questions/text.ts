import { cleanText } from '@danban/text';
import { z } from 'zod';
import type { Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { readOne } from './choice.ts';
import { commonFields } from './common.ts';
import type { Prepared, QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  type: z.literal('text'),
  /** In UTF-16 units after cleaning, as the browser's `maxlength` counts. */
  maxLength: z.int().min(1).max(LIMITS.answerText),
  /** Several lines. */
  longText: z.boolean().exactOptional(),
  /** Names of others may be written here: they are put forward for something. */
  piiAllowed: z.boolean().exactOptional(),
});
type TextQuestion = z.output<typeof schema>;

/** Words. Never counted, so it has no column; released only after redaction and moderation. */
export const text: QuestionType<typeof schema, string> = {
  schema,
  check: () => [],
  fields: (question) => [question.id],
  columns: () => [],
  words: () => [[]],
  maxBytes: (question) => bytesOfWords(question.maxLength),
  prepare,
};

function prepare({ id, maxLength, required }: TextQuestion): Prepared<string> {
  return {
    read: (form) => readOne(form, id),
    write: (value) => [[id, value]],
    validate(raw, refuse) {
      let refused = false;
      const value = readWords(raw, maxLength, (code, detail) => ((refused = true), refuse(code, detail)));
      return value === undefined && required && !refused ? refuse('required') : value;
    },
    pack() {},
  };
}

/** Words as they are kept: cleaned, trimmed, at most `most` UTF-16 units; `undefined` for none or refused ones. */
export function readWords(raw: unknown, most: number, refuse: Refuse): string | undefined {
  if (raw !== undefined && typeof raw !== 'string') return refuse('wrong-type');
  // Decomposed letters and CRLF shrink at most fourfold; anything longer is refused before it is cleaned.
  if ((raw?.length ?? 0) > 4 * most + 1_000) return refuse('too-long', { params: { most } });
  const value = cleanText(raw ?? '').trim();
  if (value.length > most) return refuse('too-long', { params: { most } });
  return value === '' ? undefined : value;
}

/** A UTF-16 unit takes at most 3 bytes of UTF-8; cleaned text has no control that JSON would write in 6. */
export function bytesOfWords(most: number): number {
  return 2 + 3 * most;
}
