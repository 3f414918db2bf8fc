import { formatDate, t, type Lang } from '@danban/i18n';
import { criteriaOf, localised, type Definition } from '@danban/survey';

/** The plan of releases in a few words: which groups are told apart, from how many forms on, and when (disclosure R4). */
export function planSentence(lang: Lang, { plan, questions, thresholds }: Definition): string {
  const names = criteriaOf(plan, questions).map(({ id, text }) => {
    const number = questions.findIndex((question) => question.id === id) + 1;
    return t(lang, 'answering.planQuestion', { number, text: localised(text, lang) });
  });
  const least = Math.max(10, thresholds.unit);
  const groups =
    names.length === 0
      ? t(lang, 'answering.planNone')
      : t(lang, 'answering.planText', { questions: names.join('; '), least });
  const days = (plan?.interim ?? []).map((day) => formatDate(lang, day));
  return days.length === 0 ? groups : `${groups} ${t(lang, 'answering.planInterim', { days: days.join(', ') })}`;
}
