import type { SurveyView } from '@danban/contract';
import { isMessageKey, whoName } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { date, lang, say } from '../i18n.ts';

type Issue = Pick<SurveyView['issues'][number], 'code' | 'params'> & { questionId?: string | undefined };

/** An issue before opening as a sentence, with the number of its question where it has one. */
export function openingSentence(issue: Issue, { questions, countUnit }: Definition): string {
  const key = `opening.${issue.code}`;
  const from = issue.params?.['from'];
  const params = {
    ...issue.params,
    who: whoName(lang(), countUnit),
    ...(typeof from === 'string' ? { from: date(from) } : {}),
  };
  const sentence = isMessageKey(key) ? say(key, params) : say('opening.unknown', { code: issue.code });
  const index = questions.findIndex((question) => question.id === issue.questionId);
  return index < 0 ? sentence : say('opening.atQuestion', { number: index + 1, sentence });
}
