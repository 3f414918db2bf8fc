import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatTime,
  isMessageKey,
  t,
  type Lang,
  type MessageKey,
  type Params,
} from '@danban/i18n';
import { localised, type Text } from '@danban/survey';
import { page } from '$app/state';

type LooseText = { vi: string; en?: string | undefined };

/** The language of the page that is shown. */
export const lang = (): Lang => page.data.lang ?? 'vi';

/** The sentence for a key, in the language of the page. */
export const say = (key: MessageKey, params?: Params): string => t(lang(), key, params);

/** A text of a definition or a view, in the language of the page. */
export const inLang = (text: LooseText): string => localised(text as Text, lang());

export const dateTime = (at: number | string): string => formatDateTime(lang(), new Date(at));
export const date = (at: string): string => formatDate(lang(), at);
export const number = (value: number): string => formatNumber(lang(), value);
/** The time of day of a moment. */
export const clock = (at: number | string): string => formatTime(lang(), new Date(at));

/** The sentence of a refusal's code. */
export const sentenceOfProblem = (code: string): string => {
  const key = `problem.${code}`;
  return say(isMessageKey(key) ? key : 'problem.internal');
};
