/** Asked only of those who chose one of these options of an earlier question. */
export type ShowIf = { question: string; anyOf: readonly string[] };

/**
 * Whether a question is asked of someone who has given these answers to the questions before it. A question that was
 * not asked has no answer, so what depends on it is not asked either. Needs canonical answers; browser and server use
 * this same function.
 */
export function isAsked({ showIf }: { showIf?: ShowIf }, answers: Readonly<Record<string, unknown>>): boolean {
  return showIf === undefined || chosenIn(answers[showIf.question]).some((option) => showIf.anyOf.includes(option));
}

/** The chosen options in an answer of any type; none in numbers, words, rows and places. */
function chosenIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value as string[];
  const choice = (value as { choice?: unknown } | undefined)?.choice;
  return typeof choice === 'string' ? [choice] : [];
}
