import { formatPercent, t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { figureOf, figureValue } from './figures.ts';
import type { FoundCell } from './figures.ts';
import { amongPart, amountOf, inLang, labelAt, sentence, topTwoLabels, whoName } from './words.ts';
import type { ReadTable, Who } from './words.ts';

type Exact = Extract<FoundCell, { kind: 'exact' }>;

/** Where some options may not be shown, the most chosen of the others is only the most chosen of those. */
export function findingOfChoices(lang: Lang, tables: readonly ReadTable[], who: Who, routed: boolean): string {
  const shown = tables.flatMap((table) => (table.cell.kind === 'exact' ? [{ table, cell: table.cell }] : []));
  const best = shown.toSorted((a, b) => chosenIn(b.cell) - chosenIn(a.cell))[0];
  if (!best) return sentence([t(lang, 'common.protected')]);
  const said = {
    among: amongPart(lang, routed ? 'asked' : 'all', best.cell.n, who),
    amount: amountOf(lang, chosenIn(best.cell), best.cell.n),
    option: labelAt(lang, best.table, 1),
  };
  return sentence([t(lang, shown.length < tables.length ? 'finding.amongShown' : 'finding.chosenMost', said)]);
}

const chosenIn = ({ counts }: Exact): number => counts[1] ?? 0;

/** The highest and the lowest row, named only where every row is shown exactly. */
export function findingOfRows(lang: Lang, tables: readonly ReadTable[], who: Who): string {
  if (tables.every(({ cell }) => cell.kind === 'protected')) return sentence([t(lang, 'common.protected')]);
  const [first] = tables;
  const figures = tables.map((table) => figureOf(table, table.whole));
  const [figure] = figures;
  const values = tables.map((table) => figure && figureValue('matrix', table, figure, table.cell));
  const shares = values.flatMap((value, at) => (value?.kind === 'share' ? [{ percent: value.percent, at }] : []));
  if (!first || !figure || figure.kind !== 'topTwo' || shares.length < tables.length) {
    return sentence([t(lang, 'finding.rowsSeparate')]);
  }
  const named = { ...topTwoLabels(lang, first, figure), who: whoName(lang, who) };
  return sentence([rowsPart(lang, tables, shares, named)]);
}

function rowsPart(
  lang: Lang,
  tables: readonly ReadTable[],
  shares: { percent: number; at: number }[],
  named: { lower: string; upper: string; who: string },
): string {
  const ordered = shares.toSorted((a, b) => b.percent - a.percent);
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (!high || !low) return '';
  const [highPercent, lowPercent] = [formatPercent(lang, high.percent), formatPercent(lang, low.percent)];
  if (highPercent === lowPercent) return t(lang, 'finding.rowsAlike', { percent: highPercent, ...named });
  const nameOf = (at: number): string => inLang(lang, tables[at]?.label ?? { vi: '' });
  return t(lang, 'finding.rows', { high: nameOf(high.at), low: nameOf(low.at), highPercent, lowPercent, ...named });
}
