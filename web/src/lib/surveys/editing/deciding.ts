import { mayDecide, type Question } from '@danban/survey';
import { inLang, say } from '../../i18n.ts';

/** A question others may depend on, and how a list names it. */
export interface Deciding {
  index: number;
  question: Extract<Question, { options: unknown }>;
  label: string;
}

/** All of them, once for the whole editor: every question has the list of those before it. */
export function decidingAmong(questions: readonly Question[]): Deciding[] {
  return questions.flatMap((question, index) =>
    mayDecide(question)
      ? [{ index, question, label: say('edit.showIfQuestion', { number: index + 1, text: inLang(question.text) }) }]
      : [],
  );
}

/** The same list as before where nothing in it is new: what was drawn from it stays. */
export function orSame(before: Deciding[], now: Deciding[]): Deciding[] {
  const same =
    before.length === now.length &&
    now.every(({ index, question }, at) => before[at]?.index === index && before[at].question === question);
  return same ? before : now;
}
