import { formatMoment, t } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import type { SurveyRow } from '../surveys/queries.ts';

export type MailKind = 'invitation' | 'reminder';

/** What a letter says, in Vietnamese. A reminder reads the same whoever gets it. */
export function wordsOf(kind: MailKind, survey: SurveyRow, name: string, link: string) {
  const { title, intro, estMinutes: minutes } = survey.definition as Definition;
  const at = survey.closes_at === null ? '' : formatMoment('vi', survey.closes_at.toISOString());
  const paragraphs = [
    t('vi', 'letter.to', { name }),
    t('vi', `mail.${kind}`, { body: survey.body_name }),
    title.vi,
    ...(kind === 'invitation' ? [intro.vi] : []),
    `${t('vi', 'mail.link')}\n${link}`,
    t('vi', 'letter.until', { at, minutes }),
    t('vi', 'letter.own'),
    t('vi', 'letter.promise'),
  ];
  return { subject: t('vi', `mail.subject.${kind}`, { title: title.vi }), text: `${paragraphs.join('\n\n')}\n` };
}
