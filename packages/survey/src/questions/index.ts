import { z } from 'zod';
import type { AnswerValue } from '../answers.ts';
import { matrix } from './matrix.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { scale } from './scale.ts';
import { single } from './single.ts';
import { text } from './text.ts';
import type { QuestionType } from './type.ts';

const types = { single, multi, scale, matrix, number, text };

export const questionSchema = z.discriminatedUnion('type', [
  single.schema,
  multi.schema,
  scale.schema,
  matrix.schema,
  number.schema,
  text.schema,
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionKind = Question['type'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { type: Kind }>;

/** The rules of a question's type, in the form that takes any question. */
export function typeOf(question: Question): QuestionType<typeof questionSchema, AnswerValue> {
  // Sound because a question is only ever given to the entry its own type names.
  return types[question.type] as unknown as QuestionType<typeof questionSchema, AnswerValue>;
}

/** Whether this version knows the type. */
export function isQuestionKind(type: string): type is QuestionKind {
  return Object.hasOwn(types, type);
}
