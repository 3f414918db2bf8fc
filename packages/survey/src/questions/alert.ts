import { z } from 'zod';
import { textSchema } from '../wording.ts';
import { idsSchema } from './common.ts';
import type { QuestionIssue } from './type.ts';
import { alertReaders } from './vocabulary.ts';

/**
 * A mark for a cluster of answers: so many of a unit chose one of these options. It is read from released figures
 * alone (`alerts.ts`), so `windowDays` and `notify` say what is wanted, not what happens.
 */
export const alertSchema = z.strictObject({
  whenOptions: idsSchema,
  minCount: z.int().min(1).max(1_000),
  windowDays: z.int().min(1).max(365),
  notify: z.enum(alertReaders),
  note: textSchema.exactOptional(),
});
export type Alert = z.output<typeof alertSchema>;

/** The issue of an alert that waits for options the question does not have. */
export function alertIssues(question: { alert?: Alert; options: readonly { id: string }[] }): QuestionIssue[] {
  const known = new Set(question.options.map((option) => option.id));
  const unknown = question.alert?.whenOptions.find((id) => !known.has(id));
  return unknown === undefined ? [] : [{ code: 'alert-unknown-option', params: { id: unknown } }];
}
