import type { IssueView } from '@danban/contract';
import { say } from '../i18n.ts';
import { sentenceOf } from '../issues.ts';
import { placeOf } from './editing/placeOf.ts';

/** What is wrong, and where in the editor. */
export function sentenceAt(issue: IssueView): string {
  const place = placeOf(issue.path);
  const sentence = sentenceOf(issue);
  return place === '' ? sentence : say('wrong.at', { path: place, sentence });
}
