import { z } from 'zod';
import { duplicateIds, longestId, prepareChoice } from './choice.ts';
import { commonFields, itemFields, optionsOf } from './common.ts';
import type { QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  type: z.literal('single'),
  options: optionsOf(z.strictObject(itemFields)),
});

/** One option out of a list without scores. Only this type may divide people into groups (`dimension`). */
export const single: QuestionType<typeof schema, string> = {
  schema,
  check: (question) => duplicateIds(question.options, 'duplicate-option'),
  fields: (question) => [question.id],
  columns: (question) => [{ options: question.options.length }],
  maxBytes: (question) => longestId(question.options),
  prepare: prepareChoice,
};
