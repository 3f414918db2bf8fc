import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { idSchema } from './questions/common.ts';
import type { Question, QuestionOf } from './questions/index.ts';

/**
 * Which groups a release may tell apart, said before anybody answers: single choices asked of everybody, the most
 * important first, pairs of them, and days on which figures come out before the close (disclosure R3, R4, R9).
 */
export const planSchema = z.strictObject({
  breakdowns: z.array(idSchema).max(LIMITS.breakdowns),
  crossed: z
    .array(z.tuple([idSchema, idSchema]))
    .max(LIMITS.crossed)
    .exactOptional(),
  interim: z.array(z.iso.date()).max(LIMITS.interim).exactOptional(),
});
export type Plan = z.output<typeof planSchema>;

/** Fewest days between two releases before the close. */
export const INTERIM_DAYS = 7;

/** Whether people may be told apart by this question: everybody answers it by one of a few options. */
export function mayBreakDown(question: Question): question is QuestionOf<'single'> {
  return question.type === 'single' && question.showIf === undefined && question.options.length <= LIMITS.categories;
}

/** The questions of a plan that are there, in its order. */
export function criteriaOf(plan: Plan | undefined, questions: readonly Question[]): QuestionOf<'single'>[] {
  return (plan?.breakdowns ?? []).flatMap((id) => {
    const question = questions.find((one) => one.id === id);
    return question && mayBreakDown(question) && question.dimension ? [question] : [];
  });
}

/** Pairs of a plan by the places of their criteria in it. */
export function crossedOf(
  { crossed = [] }: { crossed?: readonly (readonly [string, string])[] },
  criteria: readonly { id: string }[],
): [number, number][] {
  const placeOf = (id: string) => criteria.findIndex((one) => one.id === id);
  return crossed
    .map(([a, b]): [number, number] => [placeOf(a), placeOf(b)])
    .filter(([a, b]) => a >= 0 && b >= 0 && a !== b);
}
