import { checkSentence } from '@danban/i18n';
import type { Check } from '@danban/verify/check';
import { lang } from '../i18n.ts';

/** What a check found, in the language of the page. */
export const sayCheck = (check: Check): string => checkSentence(lang(), check);
