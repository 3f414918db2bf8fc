import type { IssueView } from '@danban/contract';
import { say } from '../i18n.ts';
import { sentenceOf } from '../issues.ts';

/** Where in the editor a path of the definition lies, in words; empty where it is nowhere on the page. */
function placeOf(path: string): string {
  const [head, index] = path.split('.');
  if (head === 'title') return say('survey.titleField');
  if (head === 'intro') return say('survey.introField');
  return head === 'questions' && index !== undefined ? say('survey.question', { number: Number(index) + 1 }) : '';
}

/** What is wrong, and where in the editor. */
export function sentenceAt(issue: IssueView): string {
  const place = placeOf(issue.path);
  const sentence = sentenceOf(issue);
  return place === '' ? sentence : say('wrong.at', { path: place, sentence });
}
