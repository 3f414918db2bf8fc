import { isMessageKey, t } from '@danban/i18n';
import type { HandleClientError } from '@sveltejs/kit/hooks';

/** What goes wrong in the browser is said in the language of the page, too; nothing is sent anywhere. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return error;
  const status = kind === 'unknown' ? 500 : error.status;
  const key = `error.${status}`;
  const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return { status, message: t(lang, isMessageKey(key) ? key : 'error.500') };
};
