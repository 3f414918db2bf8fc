import type { ColumnPart, Prepared } from './questions/type.ts';
import type { AnswerValue } from './answers.ts';
import type { Definition } from './definition.ts';
import { type Question, typeOf } from './questions/index.ts';

/**
 * One thing that is counted, one byte of the packed answers: 0 = no answer, 1…options = the category.
 * Multi has a column per option: 0 = question not answered, 1 = chosen, 2 = not chosen.
 */
export type Column = {
  index: number;
  questionId: string;
  part?: ColumnPart;
  /** Categories without "no answer". */
  options: number;
  /** Held to the sensitive threshold: the question says so, or heads are judged, or minors answer. */
  sensitive: boolean;
};

/** A question made ready, with the place of its first column; −1 when it has none. */
export type Slot = { question: Question; at: number; prepared: Prepared<AnswerValue> };

/** The columns of all questions, in the order of the definition. */
export function columnsOf(definition: Definition): Column[] {
  const guarded = definition.kind === 'evaluation' || definition.audienceKind === 'student';
  const shapes = definition.questions.flatMap((question) =>
    typeOf(question)
      .columns(question)
      .map((shape) => ({ questionId: question.id, ...shape, sensitive: guarded || question.sensitive === true })),
  );
  return shapes.map((shape, index) => ({ index, ...shape }));
}

/** The questions in the order of the definition, each with its place among the columns. */
export function slotsOf({ questions }: Definition, columns: readonly Column[]): Slot[] {
  return questions.map((question) => ({
    question,
    at: columns.findIndex((column) => column.questionId === question.id),
    prepared: typeOf(question).prepare(question),
  }));
}
