import type { ListedSurveyView } from '@danban/contract';
import { date, dateTime, say } from '../i18n.ts';

/** When it was opened, or else made: surveys of one template are told apart by it. */
export function begunSentence({ openedOn, draftedAt }: ListedSurveyView): string {
  if (openedOn !== null) return say('survey.openedOn', { date: date(openedOn) });
  return say('survey.draftedAt', { at: dateTime(draftedAt) });
}
