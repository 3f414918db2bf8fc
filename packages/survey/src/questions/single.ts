import { z } from 'zod';
import { alertIssues, alertSchema } from './alert.ts';
import { duplicateIds, longestId, prepareChoice } from './choice.ts';
import { commonFields, listFields, optionFields, optionsOf } from './common.ts';
import type { QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  ...listFields,
  type: z.literal('single'),
  options: optionsOf(z.strictObject(optionFields)),
  alert: alertSchema.exactOptional(),
});

/** One option out of a list without scores. Only this type may divide people into groups (`dimension`). */
export const single: QuestionType<typeof schema, string> = {
  schema,
  check: (question) => [...duplicateIds(question.options, 'duplicate-option'), ...alertIssues(question)],
  fields: (question) => [question.id],
  columns: (question) => [{ options: question.options.length }],
  words: () => [],
  maxBytes: (question) => longestId(question.options),
  prepare: prepareChoice,
};
