import { z } from 'zod';
import { alertIssues, alertSchema } from './alert.ts';
import { duplicateIds, longestId, prepareChoice } from './choice.ts';
import { commonFields, optionFields, optionsOf, scoreSchema } from './common.ts';
import type { QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  type: z.literal('scale'),
  options: optionsOf(z.strictObject({ ...optionFields, score: scoreSchema })),
  alert: alertSchema.exactOptional(),
});

/** One option out of a scale, low to high; options without a score stay out of the mean. */
export const scale: QuestionType<typeof schema, string> = {
  schema,
  check(question) {
    const scores = new Set(question.options.map((option) => option.score).filter((score) => score !== null));
    const issues = [...duplicateIds(question.options, 'duplicate-option'), ...alertIssues(question)];
    return scores.size < 2 ? [...issues, { code: 'too-few-scores' }] : issues;
  },
  fields: (question) => [question.id],
  columns: (question) => [{ options: question.options.length }],
  words: () => [],
  maxBytes: (question) => longestId(question.options),
  prepare: prepareChoice,
};
