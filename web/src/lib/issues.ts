import type { IssueView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import { say } from './i18n.ts';

/** What is wrong at one place of the input, as a sentence. */
export function sentenceOf({ code, params }: IssueView): string {
  const key = `wrong.${code}`;
  return isMessageKey(key) ? say(key, params) : say('wrong.other', { code });
}

/** The same under the name of its field, where a list tells of several. */
export function sentenceNamed(issue: IssueView, label: string | undefined): string {
  const sentence = sentenceOf(issue);
  return label === undefined ? sentence : say('wrong.at', { path: label, sentence });
}

/** The sentence of the first issue at this place. */
export function issueAt(issues: readonly IssueView[] | undefined, path: string): string | undefined {
  const issue = issues?.find((one) => one.path === path);
  return issue && sentenceOf(issue);
}
