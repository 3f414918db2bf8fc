import type { IssueView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import { say, sentenceOfProblem } from '../i18n.ts';

/** What is wrong with a field of a commitment or of its evidence; null where the issue is about something else. */
export function commitmentIssue({ path, code }: IssueView): string | null {
  const place = path.split('.').at(-1) ?? '';
  const keys = [`commitments.wrong.${code}`, `commitments.wrong.${place}`];
  const key = keys.find(isMessageKey);
  return key ? say(key) : null;
}

export const sentenceOfMark = (issue: IssueView): string =>
  commitmentIssue(issue) ?? sentenceOfProblem('invalid-input');
