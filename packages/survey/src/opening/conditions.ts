import type { Definition } from '../definition.ts';
import type { Question } from '../questions/index.ts';
import { error, type OpeningIssue, warning } from './issue.ts';

/** Types whose answers are chosen options, so that something may depend on them. */
const CHOICES: readonly Question['type'][] = ['single', 'multi', 'scale', 'stance'];

/**
 * What is wrong with the conditions of questions: each refers to options of a choice before it, can come true, and
 * asks somebody less than everybody. A condition speaks about one question, and a chain of them about different ones, so
 * a chain can come true exactly when every link of it can.
 */
export function conditionIssues({ questions }: Pick<Definition, 'questions'>): OpeningIssue[] {
  const never = new Set<string>();
  return questions.flatMap((question, at) => {
    const issue = issueOf(question, questions.slice(0, at), questions, never);
    if (issue?.severity === 'error') never.add(question.id);
    return issue ? [issue] : [];
  });
}

function issueOf(
  { id: questionId, showIf }: Question,
  before: readonly Question[],
  all: readonly Question[],
  never: ReadonlySet<string>,
): OpeningIssue | undefined {
  if (!showIf) return undefined;
  const trigger = before.find((question) => question.id === showIf.question);
  if (!trigger) {
    const later = all.some((question) => question.id === showIf.question);
    return error(later ? 'condition-not-earlier' : 'condition-unknown-question', { questionId });
  }
  if (!mayDecide(trigger)) return error('condition-not-a-choice', { questionId });
  const unknown = showIf.anyOf.some((id) => !trigger.options.some((option) => option.id === id));
  if (unknown) return error('condition-unknown-option', { questionId });
  if (never.has(trigger.id)) return error('condition-never-true', { questionId });
  return asksEverybody(trigger, showIf.anyOf) ? warning('condition-always-true', { questionId }) : undefined;
}

type Choice = Extract<Question, { type: 'single' | 'multi' | 'scale' | 'stance' }>;

/** Whether other questions may depend on its answer. */
export function mayDecide(question: Question): question is Choice {
  return CHOICES.includes(question.type);
}

/** Everybody who answers the question before: to leave the condition out says the same, and more plainly. */
function asksEverybody({ options, required, showIf }: Choice, anyOf: readonly string[]): boolean {
  return required && showIf === undefined && options.every((option) => anyOf.includes(option.id));
}
