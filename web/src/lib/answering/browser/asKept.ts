import type { Answers } from './answers.ts';
import type { Outcome } from './send.ts';

/**
 * What is signed or found again has to be what is kept, to the letter. Where the urn would keep words written in another way
 * (letters put together, signs of control left out), they are sent once more as it writes them, if they are the same to a reader.
 */
export async function asKept(answers: Answers, sending: (answers: Answers) => Promise<Outcome>): Promise<Outcome> {
  const outcome = await sending(wellFormed(answers));
  if (outcome.kind !== 'refused' || outcome.problem.code !== 'answers-rewritten') return outcome;
  const { answers: kept } = outcome.problem;
  return kept && readsAlike(kept, answers) ? sending(kept) : outcome;
}

/** Half of a sign that takes two is nothing JSON can carry. */
function wellFormed(answers: Answers): Answers {
  const whole = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
  return JSON.parse(JSON.stringify(answers), whole) as Answers;
}

/** The same but for what nobody sees: how letters are put together, what separates words, the order of keys. */
function readsAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(read(one)) === JSON.stringify(read(other));
}

function read(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]+/gu, '');
  if (Array.isArray(value)) return value.map(read).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, read(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
