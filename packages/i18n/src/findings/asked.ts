import { t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import type { FoundCell, FoundText } from './figures.ts';
import { inLang, whoName } from './words.ts';
import type { Who } from './words.ts';

/** Of whom a question was asked: those who chose one of these options of the question with this number. */
export interface Asked {
  number: number;
  /** Empty where the release does not know their words. */
  options: readonly FoundText[];
}

/** "Chỉ hỏi những người chọn “Có” ở câu 3." */
export function askedSentence(lang: Lang, { number, options }: Asked, who: Who): string {
  const said = { number, who: whoName(lang, who) };
  if (options.length === 0) return t(lang, 'asked.some', said);
  const named = options.map((option) => `“${inLang(lang, option)}”`).join(t(lang, 'asked.or'));
  return t(lang, 'asked.only', { ...said, options: named });
}

/** How many were asked, where a cell of the question says so itself; else nothing, and never that nobody was. */
export function askedCount(lang: Lang, cells: readonly FoundCell[], who: Who): string {
  const exact = cells.find((cell) => cell.kind === 'exact');
  return exact === undefined ? '' : t(lang, 'asked.count', { n: exact.n, who: whoName(lang, who) });
}

/** That what was written left the forms; how many wrote is said as far as it is told. Absent: another page tells it. */
export function writtenSentence(lang: Lang, received?: number | null): string {
  const said = t(lang, 'results.written');
  if (received === undefined) return said;
  const many =
    received === null ? t(lang, 'results.writtenHidden') : t(lang, 'results.writtenCount', { count: received });
  return `${said} ${many}`;
}
