import { t } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import type { SurveyRow } from '../surveys/queries.ts';
import type { UrgentWords } from './box.ts';

/** What the child-protection contact reads: which survey it stood beside, and no place below that. */
export function letterOf({ message, reach }: UrgentWords, survey: SurveyRow) {
  const { title } = survey.definition as Definition;
  const paragraphs = [
    t('vi', 'urgent.letter.lead', { title: title.vi, body: survey.body_name, unit: survey.unit_name }),
    t('vi', 'urgent.letter.message'),
    message,
    reach === '' ? t('vi', 'urgent.letter.noReach') : t('vi', 'urgent.letter.reach', { reach }),
    t('vi', 'urgent.letter.what'),
    t('vi', 'urgent.letter.kept'),
  ];
  return { subject: t('vi', 'urgent.letter.subject'), text: `${paragraphs.join('\n\n')}\n` };
}
