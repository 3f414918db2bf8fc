import { LIMITS, mayBreakDown, type Definition, type Plan, type Question } from '@danban/survey';

type Read = (name: string) => string;

/** Whether the organizer may choose the question to divide results by. */
export function mayDivide(question: Question): boolean {
  return mayBreakDown(question) && !question.sensitive;
}

export const pairName = (pair: readonly string[]): string => pair.join('+');

/** The pairs that may be crossed: two of the chosen criteria each. */
export function pairsOf(breakdowns: readonly string[]): [string, string][] {
  return breakdowns.flatMap((a, at) => breakdowns.slice(at + 1).map((b): [string, string] => [a, b]));
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const each = (path: string, most: number, read: Read): string[] =>
  [...new Set(Array.from({ length: most }, (_, at) => read(`${path}.${at}`)))].filter((value) => value !== '');

/** The plan as it was chosen; a definition whose page shows no plan keeps its own, and one that plans nothing has none. */
export function planAt({ plan, questions }: Definition, read: Read): Pick<Definition, 'plan'> {
  if (read('plan') === '') return plan ? { plan } : {};
  const known = new Set([...questions.map(({ id }) => id), ...(plan?.breakdowns ?? [])]);
  const breakdowns = each('plan.breakdowns', LIMITS.breakdowns, read).filter((id) => known.has(id));
  const pairs = pairsOf(breakdowns);
  const crossed = each('plan.crossed', LIMITS.crossed, read).flatMap((name) =>
    pairs.filter((pair) => pairName(pair) === name),
  );
  const interim = each('plan.interim', LIMITS.interim, read).filter(isDay).toSorted();
  const made: Plan = {
    breakdowns,
    ...(crossed.length > 0 ? { crossed } : {}),
    ...(interim.length > 0 ? { interim } : {}),
  };
  return breakdowns.length + interim.length > 0 ? { plan: made } : {};
}

/** A question that divides results says so itself; what nobody chose says what it said. */
export function marked(question: Question, plan: Plan | undefined): Question {
  return plan?.breakdowns.includes(question.id) && question.type === 'single'
    ? { ...question, dimension: true }
    : question;
}

/** A plan without a question that is gone. */
export function planWithout(plan: Plan | undefined, id: string): Pick<Definition, 'plan'> {
  if (!plan) return {};
  const breakdowns = plan.breakdowns.filter((one) => one !== id);
  const crossed = plan.crossed?.filter((pair) => !pair.includes(id)) ?? [];
  const { crossed: _, ...rest } = plan;
  return { plan: { ...rest, breakdowns, ...(crossed.length > 0 ? { crossed } : {}) } };
}
