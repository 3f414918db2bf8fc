import { z } from 'zod';
import type { AnswerValue } from '../answers.ts';
import { matrix } from './matrix.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { rank } from './rank.ts';
import { scale } from './scale.ts';
import { single } from './single.ts';
import { stance } from './stance.ts';
import { text } from './text.ts';
import type { QuestionType } from './type.ts';

const types = { single, multi, scale, matrix, rank, number, text, stance };

export const questionSchema = z.discriminatedUnion('type', [
  single.schema,
  multi.schema,
  scale.schema,
  matrix.schema,
  rank.schema,
  number.schema,
  text.schema,
  stance.schema,
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionKind = Question['type'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { type: Kind }>;

/** Whether free words may be written in it. */
export function takesWords(question: Question): boolean {
  return typeOf(question).words(question).length > 0;
}

/** The rules of a question's type, in the form that takes any question. */
export function typeOf(question: Question): QuestionType<typeof questionSchema, AnswerValue> {
  // Sound because a question is only ever given to the entry its own type names.
  return types[question.type] as unknown as QuestionType<typeof questionSchema, AnswerValue>;
}
