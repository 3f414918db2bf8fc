import type { SurveyView, UrgentReader } from '@danban/contract';
import type { Lang } from '@danban/i18n';
import type { Definition } from '@danban/survey';

/** Where a draft is looked at as a respondent will see it; `page`: one of its own beside the sheet. */
export const trialAddress = (survey: string, page: '' | '/khan', lang: Lang): string =>
  `/lam-viec/khao-sat/${survey}/xem-thu${page}${lang === 'en' ? '?phieu=en' : ''}`;

/** The language such an address names. */
export const sheetLang = (url: URL): Lang => (url.searchParams.get('phieu') === 'en' ? 'en' : 'vi');

/** Who would read what cannot wait; null where its sheet would lead to nobody. */
export function trialReader({ context }: Pick<SurveyView, 'context'>, { urgent }: Definition): UrgentReader | null {
  return urgent ? (context?.urgentReader ?? null) : null;
}
