import { formatNumber, formatPercent, t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import type { Figure, FoundCell, FoundTable, FoundText } from './figures.ts';

/** What one answer sheet stands for, as the definition counts; `form` where nothing more may be claimed of it. */
export type Who = 'person' | 'household' | 'student' | 'visit' | 'form';
/** A table with the cell of the unit that is read and that of the whole survey. */
export type ReadTable = FoundTable & { cell: FoundCell; whole: FoundCell };

/** Below this many, a share alone sounds surer than it is: the count is said with it. */
export const FEW_ANSWERS = 30;

/** The noun sentences count by: "gia đình". */
export function whoName(lang: Lang, who: Who): string {
  return t(lang, `who.${who}`);
}

/** Of whom a share is taken: "Trong 112 gia đình có ý kiến". */
export function amongPart(lang: Lang, base: 'opinion' | 'answered' | 'all' | 'asked', n: number, who: Who): string {
  return t(lang, `finding.among.${base}`, { n, who: whoName(lang, who) });
}

/** A share as it is said: `87,5%`, and of a few answers with their number, `7 (70%)`. */
export function amountOf(lang: Lang, count: number, base: number): string {
  const share = shareOf(lang, count, base);
  return base < FEW_ANSWERS ? `${formatNumber(lang, count)} (${share})` : share;
}

/** A mean with exactly one decimal: `4,0`. */
export function fixed(lang: Lang, value: number): string {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** `87,5%` of a base; `0%` of an empty one. */
export function shareOf(lang: Lang, count: number, base: number): string {
  return base === 0 ? `${formatNumber(lang, 0)}%` : formatPercent(lang, (100 * count) / base);
}

/** The two upper points of a scale as they stand inside a sentence. */
export function topTwoLabels(lang: Lang, table: FoundTable, { lower, upper }: Extract<Figure, { kind: 'topTwo' }>) {
  return { lower: lowerFirst(lang, labelAt(lang, table, lower)), upper: lowerFirst(lang, labelAt(lang, table, upper)) };
}

/** The label of an option by its position, which counts from 1. */
export function labelAt(lang: Lang, { options }: FoundTable, position: number): string {
  return inLang(lang, options[position - 1]?.label ?? { vi: '' });
}

/** The name of a unit; people attached to an inner unit itself are named as such. */
export function unitName(lang: Lang, { name, own }: { name: string; own: boolean }): string {
  return own ? t(lang, 'results.ownUnit', { name }) : name;
}

/** A text in a language, in Vietnamese where nobody has translated it. */
export function inLang(lang: Lang, text: FoundText): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi;
}

function lowerFirst(lang: Lang, text: string): string {
  return text.charAt(0).toLocaleLowerCase(lang) + text.slice(1);
}

/** Parts joined into one sentence; empty parts fall away. */
export function sentence(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
