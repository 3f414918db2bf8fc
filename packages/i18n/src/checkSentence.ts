import { t, type Lang, type MessageKey } from './messages.ts';

/** What was looked at of a survey, and what was found (`@danban/verify/check`). */
interface Look {
  readonly name: string;
  readonly result: string;
  readonly fault?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The sign before the sentence of a check, by what it found. */
export const checkMarks = { holds: '✓', 'not-yet': '·', 'not-offered': '·', wrong: '✗' } as const;

/** What a check found, in a sentence. */
export function checkSentence(lang: Lang, { name, result, fault, params }: Look): string {
  const key = fault === undefined ? `verify.${result}.${name}` : `verify.fault.${fault}`;
  return t(lang, key as MessageKey, { ...params });
}
