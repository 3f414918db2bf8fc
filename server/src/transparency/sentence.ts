import { t, type Lang, type MessageKey } from '@danban/i18n';
import type { Check } from '@danban/verify/check';

/** What a check found, in a sentence. */
export function sentenceOf(lang: Lang, { name, result, fault, params }: Check): string {
  const key = fault === undefined ? `verify.${result}.${name}` : `verify.fault.${fault}`;
  return t(lang, key as MessageKey, { ...params });
}
