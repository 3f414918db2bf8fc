import type { DraftClause, IssueView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import type { Refusal } from '../api.ts';
import { say } from '../i18n.ts';
import { sentenceOf } from '../issues.ts';

/** What can be done on the page, as its address tells it afterwards. */
export const done = [
  'uploaded',
  'merge',
  'split',
  'relevel',
  'retitle',
  'undo',
  'discarded',
  'published',
  'asked',
  'attached',
  'detached',
] as const;
export type Done = (typeof done)[number];

export function sentenceOfIssue(issue: IssueView): string {
  const room = issue.path === 'attachment' ? 'attachment' : 'draft';
  for (const key of [`${room}.wrong.${issue.code}`, `draft.wrong.${issue.path}`])
    if (isMessageKey(key)) return say(key, issue.params);
  return sentenceOf(issue);
}

/** What is wrong with one field of the form. */
export function wrongAt(refusal: Refusal | undefined, field: string): string | undefined {
  const issue = refusal?.issues.find(({ path }) => path === field);
  return issue && sentenceOfIssue(issue);
}

export function noteSentence(code: string): string {
  const key = `draft.note.${code}`;
  return isMessageKey(key) ? say(key) : code;
}

export function remarkSentence(code: string): string {
  const key = `draft.remark.${code}`;
  return isMessageKey(key) ? say(key) : code;
}

const shownLetters = 60;

/** A clause in a few words, for a link that leads to it. */
export function shortName({ kind, label, heading, text }: DraftClause): string {
  const words = [label, heading === '' ? text : heading].filter((part) => part !== '').join(' ');
  if (words === '') return say(`draft.kind.${kind}`);
  return words.length > shownLetters ? `${words.slice(0, shownLetters)}…` : words;
}
