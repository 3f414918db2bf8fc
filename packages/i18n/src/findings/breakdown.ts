import { t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { figureValue, type Figure, type FoundCell, type FoundTable, type FoundText } from './figures.ts';
import { writeFigure } from './sentences.ts';
import { inLang } from './words.ts';

/** A criterion of the plan: its question's number in the form, and what its categories are called. */
export interface FoundCriterion {
  number: number;
  options: readonly FoundText[];
}

/** What one category is called; 0 stands for who left the question blank. */
export function categoryName(lang: Lang, { options }: FoundCriterion, category: number): string {
  const option = options[category - 1];
  return option ? inLang(lang, option) : t(lang, 'common.noAnswer');
}

/** A group by its categories: "Câu 1: Tiểu học; Câu 2: 5 buổi trở lên". */
export function breakdownName(
  lang: Lang,
  { breakdowns }: { breakdowns: readonly FoundCriterion[] },
  by: readonly { criterion: number; category: number }[],
): string {
  const parts = by.map(({ criterion, category }) => {
    const found = breakdowns[criterion]!;
    return t(lang, 'results.byCategory', { number: found.number, option: categoryName(lang, found, category) });
  });
  return parts.join('; ');
}

export interface FoundGroup {
  name: string;
  cell: FoundCell;
}

/** The groups of a breakdown in one sentence, from shown shares alone. */
export function breakdownFinding(
  lang: Lang,
  { type, table, figure }: { type: string; table: FoundTable; figure: Figure },
  groups: readonly FoundGroup[],
): string {
  const shown = groups.flatMap(({ name, cell }) => {
    const value = figureValue(type, table, figure, cell);
    return value.kind === 'share' ? [{ name, value, percent: value.percent }] : [];
  });
  const ordered = shown.toSorted((a, b) => b.percent - a.percent);
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (!high || !low) return t(lang, 'results.breakdown.none');
  const said = { high: high.name, highValue: writeFigure(lang, high.value) };
  if (high === low) return t(lang, 'results.breakdown.one', said);
  const lowValue = writeFigure(lang, low.value);
  if (lowValue === said.highValue) return t(lang, 'results.breakdown.alike', { count: shown.length, ...said });
  return t(lang, 'results.breakdown.extremes', { ...said, low: low.name, lowValue });
}
