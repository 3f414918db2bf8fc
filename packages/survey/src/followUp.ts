import { canonicalJson } from '@danban/bytes';
import type { Definition, Thresholds } from './definition.ts';
import { criteriaOf, type Plan } from './plan.ts';
import type { Question } from './questions/index.ts';
import type { Text } from './wording.ts';

/** The question of a follow-up that its listening index is made of. */
export const HEARD = 'answered';

/**
 * What asks the people of a consultation again, once they have been answered: the questions of the template, for the same
 * people by the same kind of door, under the same thresholds, told apart by the same criteria.
 */
export function followUpOf(template: Definition, consultation: Definition, thresholds: Thresholds): Definition {
  const { audience, audienceKind, countUnit, door, urgent } = consultation;
  const asked = new Set(template.questions.map(({ id }) => id));
  const criteria = criteriaOf(consultation.plan, consultation.questions).filter(({ id }) => !asked.has(id));
  const minor = consultation.rules?.minor === undefined ? {} : { minor: consultation.rules.minor };
  return {
    ...template,
    title: both(template.title, consultation.title),
    ...{ audience, audienceKind, countUnit, door, thresholds },
    rules: { ...template.rules, ...minor },
    ...(urgent === undefined ? {} : { urgent }),
    ...(criteria.length === 0 ? {} : { plan: planOf(consultation.plan, criteria) }),
    questions: [...template.questions, ...criteria.map(({ headline: _, ...question }) => question)],
  };
}

function both(one: Text, other: Text): Text {
  return { vi: `${one.vi} – ${other.vi}`, en: `${one.en ?? one.vi} – ${other.en ?? other.vi}` };
}

/** Days before the close are past; what people are told apart by stays. */
function planOf(plan: Plan | undefined, criteria: readonly { id: string }[]): Plan {
  const breakdowns = criteria.map(({ id }) => id);
  const crossed = plan?.crossed?.filter((pair) => pair.every((id) => breakdowns.includes(id))) ?? [];
  return { breakdowns, ...(crossed.length === 0 ? {} : { crossed }) };
}

/** A question as results tell it, of which an index can be made. */
export interface AskedAgain {
  id: string;
  text: Pick<Text, 'vi'>;
  options: readonly { text: Pick<Text, 'vi'>; score?: number | null }[];
}

const wordsOf = ({ id, text, options }: AskedAgain): string =>
  canonicalJson([id, text.vi, options.map((option) => [option.text.vi, option.score ?? null])]);

/** Whether it is the question of the template, word for word: another one would make another index under the same name. */
export function isHeard(question: AskedAgain, template: Pick<Definition, 'questions'>): boolean {
  const own = template.questions.find((one): one is Extract<Question, { type: 'scale' }> => one.id === HEARD);
  return own !== undefined && wordsOf(own) === wordsOf(question);
}
