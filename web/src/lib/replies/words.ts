import type { IssueView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import { commitmentIssue } from '../commitments/words.ts';
import { number, say, sentenceOfProblem } from '../i18n.ts';

/** An explanation has at least so many letters. */
const least = 30;

export const explanationHint = (): string => say('replies.explanationHint', { least: number(least) });

/** What is wrong with a field of the forms of answering. */
export function sentenceOfIssue({ path, code }: IssueView): string {
  const place = path.split('.').at(-1) ?? '';
  const ofCommitment = path.includes('commitment') ? commitmentIssue({ path, code }) : null;
  if (ofCommitment !== null) return ofCommitment;
  const keys = [`replies.wrong.${code}`, `replies.wrong.${place}`];
  const key = keys.find(isMessageKey);
  return key ? say(key, { least: number(least) }) : sentenceOfProblem('invalid-input');
}

/** What was done, as an address and a form tell it. */
export const done = [
  'assign',
  'propose',
  'check',
  'return',
  'approve',
  'place',
  'correct',
  'move',
  'group',
  'undo',
  'publish',
] as const;
export type Done = (typeof done)[number];
export const isDone = (word: unknown): word is Done => done.some((one) => one === word);
