import { cleanText } from '@danban/text';
import { z } from 'zod';
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
});
type TextQuestion = z.output<typeof schema>;

/** Words. Never counted, so it has no column; released only after redaction and moderation. */
export const text: QuestionType<typeof schema, string> = {
  schema,
  check: () => [],
  fields: (question) => [question.id],
  columns: () => [],
  // A UTF-16 unit takes at most 3 bytes of UTF-8; cleaned text has no control that JSON would write in 6.
  maxBytes: (question) => 2 + 3 * question.maxLength,
  prepare,
};

function prepare({ id, maxLength, required }: TextQuestion): Prepared<string> {
  // Decomposed letters and CRLF shrink at most fourfold; anything longer is refused before it is cleaned.
  const mostRaw = 4 * maxLength + 1_000;
  return {
    read: (form) => readOne(form, id),
    write: (value) => [[id, value]],
    validate(raw, refuse) {
      if (raw !== undefined && typeof raw !== 'string') return refuse('wrong-type');
      if ((raw?.length ?? 0) > mostRaw) return refuse('too-long', { params: { most: maxLength } });
      const value = cleanText(raw ?? '').trim();
      if (value === '') return required ? refuse('required') : undefined;
      return value.length > maxLength ? refuse('too-long', { params: { most: maxLength } }) : value;
    },
    pack() {},
  };
}
