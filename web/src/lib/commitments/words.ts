import type { EvidenceFileView, IssueView } from '@danban/contract';
import { isMessageKey } from '@danban/i18n';
import { number, say, sentenceOfProblem } from '../i18n.ts';

/** What is wrong with a field of a commitment or of its evidence; null where the issue is about something else. */
export function commitmentIssue({ path, code, params }: IssueView): string | null {
  const place = path.split('.').at(-1) ?? '';
  const keys = [`commitments.wrong.${code}`, `commitments.wrong.${place}`];
  const key = keys.find(isMessageKey);
  return key ? say(key, params) : null;
}

export const sentenceOfMark = (issue: IssueView): string =>
  commitmentIssue(issue) ?? sentenceOfProblem('invalid-input');

/** What a file of evidence is, and how large. */
export const fileSaid = ({ media, size }: Pick<EvidenceFileView, 'media' | 'size'>): string =>
  say(`commitments.file.${media}`, { size: number(Math.ceil(size / 1024)) });
