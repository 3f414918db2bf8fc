import type { ColumnPart, ColumnShape, Prepared } from './questions/type.ts';
import type { AnswerValue } from './answers.ts';
import { type Definition, isGuarded } from './definition.ts';
import { type Question, typeOf } from './questions/index.ts';

/**
 * One thing that is counted, one byte of the packed answers: 0 = no answer or not asked, 1…options = the category.
 * Multi has a column per option: 0 = question not answered, 1 = chosen, 2 = not chosen. Rank has a column per option:
 * 0 = not ranked. A question with a condition has one more, before its own: 1 = asked, 0 = not asked.
 */
export type Column = {
  index: number;
  questionId: string;
  part?: ColumnPart | { asked: true };
  /** Categories without 0. */
  options: number;
  /** Held to the sensitive threshold: the question says so, or one it depends on, or heads are judged, or minors answer. */
  sensitive: boolean;
};

/** The category of the column that says whether a question was asked. */
export const ASKED = 1;

/** A question made ready, with the place of its first column and of the one that says it was asked; −1 for none. */
export type Slot = { question: Question; at: number; askedAt: number; prepared: Prepared<AnswerValue> };

/** The columns of all questions, in the order of the definition. */
export function columnsOf(definition: Definition): Column[] {
  const sensitive = sensitiveQuestions(definition);
  const shapes = definition.questions.flatMap((question) =>
    shapesOf(question).map((shape) => ({ questionId: question.id, ...shape, sensitive: sensitive.has(question.id) })),
  );
  return shapes.map((shape, index) => ({ index, ...shape }));
}

function shapesOf(question: Question): (Omit<ColumnShape, 'part'> & Pick<Column, 'part'>)[] {
  const shapes = typeOf(question).columns(question);
  return question.showIf && shapes.length > 0 ? [{ part: { asked: true }, options: ASKED }, ...shapes] : shapes;
}

/** Who is asked at all may follow from a sensitive answer: a question that depends on one is sensitive as well. */
function sensitiveQuestions(definition: Definition): ReadonlySet<string> {
  const sensitive = new Set<string>();
  for (const { id, sensitive: said, showIf } of definition.questions) {
    if (isGuarded(definition) || said === true || (showIf && sensitive.has(showIf.question))) sensitive.add(id);
  }
  return sensitive;
}

/** The questions in the order of the definition, each with its place among the columns. */
export function slotsOf({ questions }: Definition, columns: readonly Column[]): Slot[] {
  return questions.map((question) => {
    const own = columns.filter((column) => column.questionId === question.id);
    const asked = own.find(isAskedColumn);
    const first = own.find((column) => !isAskedColumn(column));
    return {
      question,
      at: first?.index ?? -1,
      askedAt: asked?.index ?? -1,
      prepared: typeOf(question).prepare(question),
    };
  });
}

/** Whether a column counts who was asked, not what was answered. */
export function isAskedColumn({ part }: Pick<Column, 'part'>): boolean {
  return part !== undefined && 'asked' in part;
}
