import { formatNumber, formatPercent, t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { baseOf, figureOf, figureValue, mostChosen, scored } from './figures.ts';
import type { Figure, FigureValue, FoundCell, FoundTable, FoundText } from './figures.ts';

type Exact = Extract<FoundCell, { kind: 'exact' }>;
/** A table with the cell of the unit that is read and that of the whole survey. */
export type ReadTable = FoundTable & { cell: FoundCell; whole: FoundCell };

/** The finding of a question in one sentence, from nothing but what the release shows. */
export function findingOf(lang: Lang, type: string, tables: readonly ReadTable[]): string {
  const [first] = tables;
  if (!first) return '';
  if (type === 'multi') return findingOfChoices(lang, tables);
  return tables.length > 1 ? findingOfRows(lang, tables) : findingOfTable(lang, type, first);
}

/** The finding of one table: one question, one row of a matrix, one option of a multiple choice. */
export function findingOfTable(lang: Lang, type: string, table: ReadTable): string {
  const { cell } = table;
  if (cell.kind === 'protected') return sentence([t(lang, 'common.protected')]);
  if (cell.kind === 'band') return bandSentence(lang, table, cell);
  if (type === 'multi') return sentence([chosenOne(lang, table, cell)]);
  if (baseOf(type, cell) === 0) return t(lang, 'finding.nobody', { n: cell.n });
  return sentence([mainPart(lang, table, cell), meanPart(lang, table, cell), ...restParts(lang, table, cell)]);
}

/** What a figure is called: "hài lòng hoặc rất hài lòng, trong số phiếu có ý kiến". */
export function figureName(lang: Lang, table: FoundTable, figure: Figure): string {
  if (figure.kind === 'option')
    return t(lang, 'results.figure.option', { option: labelAt(lang, table, figure.option) });
  return t(lang, 'results.figure.topTwo', topTwoLabels(lang, table, figure));
}

function bandSentence(
  lang: Lang,
  table: FoundTable,
  { option, atLeast }: Extract<FoundCell, { kind: 'band' }>,
): string {
  const percent = formatPercent(lang, atLeast);
  if (option === 0) return t(lang, 'finding.bandBlank', { percent });
  return t(lang, 'finding.bandOption', { percent, option: labelAt(lang, table, option) });
}

function mainPart(lang: Lang, table: ReadTable, cell: Exact): string {
  const figure = figureOf(table, table.whole);
  if (figure.kind === 'option') return mostPart(lang, table, cell);
  const value = figureValue('scale', table, figure, cell);
  if (value.kind !== 'share') return mostPart(lang, table, cell);
  const percent = formatPercent(lang, value.percent);
  return t(lang, 'finding.topTwo', { percent, valid: value.valid, ...topTwoLabels(lang, table, figure) });
}

function mostPart(lang: Lang, table: FoundTable, cell: Exact): string {
  const most = mostChosen(cell);
  const percent = shareOf(lang, cell.counts[most[0] ?? 1] ?? 0, cell.n - (cell.counts[0] ?? 0));
  const [option = ''] = most.map((position) => labelAt(lang, table, position));
  if (most.length < 2) return t(lang, 'finding.most', { option, percent });
  const options = most.map((position) => `“${labelAt(lang, table, position)}”`).join(', ');
  return t(lang, 'finding.tied', { options, percent });
}

function meanPart(lang: Lang, { options }: FoundTable, { mean }: Exact): string {
  if (mean === null) return '';
  const written = fixed(lang, mean);
  const scores = options.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
  if (scores.length === 0) return t(lang, 'finding.plainMean', { mean: written });
  return t(lang, 'finding.mean', { mean: written, max: Math.max(...scores) });
}

function restParts(lang: Lang, table: FoundTable, cell: Exact): string[] {
  const withScore = new Set(scored(table));
  const unscored = table.options.flatMap((_, at) => (withScore.size === 0 || withScore.has(at + 1) ? [] : [at + 1]));
  const said = unscored.filter((position) => (cell.counts[position] ?? 0) > 0);
  const [blank = 0] = cell.counts;
  return [
    ...said.map((position) =>
      t(lang, 'finding.unscored', { count: cell.counts[position] ?? 0, option: labelAt(lang, table, position) }),
    ),
    blank > 0 ? t(lang, 'finding.blank', { count: blank, n: cell.n }) : '',
  ];
}

function chosenOne(lang: Lang, table: FoundTable, { n, counts }: Exact): string {
  return t(lang, 'finding.chosenOne', {
    n,
    percent: shareOf(lang, counts[1] ?? 0, n),
    option: labelAt(lang, table, 1),
  });
}

/** Where some options may not be shown, the most chosen of the others is only the most chosen of those. */
function findingOfChoices(lang: Lang, tables: readonly ReadTable[]): string {
  const shown = tables.flatMap((table) => (table.cell.kind === 'exact' ? [{ table, cell: table.cell }] : []));
  const best = shown.toSorted((a, b) => (b.cell.counts[1] ?? 0) - (a.cell.counts[1] ?? 0))[0];
  if (!best) return sentence([t(lang, 'common.protected')]);
  const { n, counts } = best.cell;
  const said = { n, percent: shareOf(lang, counts[1] ?? 0, n), option: labelAt(lang, best.table, 1) };
  return sentence([t(lang, shown.length < tables.length ? 'finding.amongShown' : 'finding.chosenMost', said)]);
}

/** The highest and the lowest row, named only where every row is shown exactly. */
function findingOfRows(lang: Lang, tables: readonly ReadTable[]): string {
  if (tables.every(({ cell }) => cell.kind === 'protected')) return sentence([t(lang, 'common.protected')]);
  const [first] = tables;
  const figures = tables.map((table) => figureOf(table, table.whole));
  const [figure] = figures;
  const values = tables.map((table) => figure && figureValue('matrix', table, figure, table.cell));
  const shares = values.flatMap((value, at) => (value?.kind === 'share' ? [{ percent: value.percent, at }] : []));
  if (!first || !figure || figure.kind !== 'topTwo' || shares.length < tables.length) {
    return sentence([t(lang, 'finding.rowsSeparate')]);
  }
  return sentence([rowsPart(lang, tables, shares, figureName(lang, first, figure))]);
}

function rowsPart(
  lang: Lang,
  tables: readonly ReadTable[],
  shares: { percent: number; at: number }[],
  figure: string,
): string {
  const ordered = shares.toSorted((a, b) => b.percent - a.percent);
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (!high || !low) return '';
  const [highPercent, lowPercent] = [formatPercent(lang, high.percent), formatPercent(lang, low.percent)];
  if (highPercent === lowPercent) return t(lang, 'finding.rowsAlike', { percent: highPercent, figure });
  const nameOf = (at: number): string => inLang(lang, tables[at]?.label ?? { vi: '' });
  return t(lang, 'finding.rows', { high: nameOf(high.at), low: nameOf(low.at), highPercent, lowPercent, figure });
}

/** A figure's value in words: `87,5%`, "ít nhất 90%", "Được bảo vệ". Hidden is never zero. */
export function writeFigure(lang: Lang, value: FigureValue): string {
  if (value.kind === 'protected') return t(lang, 'common.protected');
  const percent = formatPercent(lang, value.percent);
  return value.kind === 'share' ? percent : t(lang, 'results.atLeast', { percent });
}

/** A mean with exactly one decimal: `4,0`. */
export function fixed(lang: Lang, value: number): string {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

export function shareOf(lang: Lang, count: number, base: number): string {
  return base === 0 ? `${formatNumber(lang, 0)}%` : formatPercent(lang, (100 * count) / base);
}

function topTwoLabels(lang: Lang, table: FoundTable, { lower, upper }: Extract<Figure, { kind: 'topTwo' }>) {
  return { lower: lowerFirst(lang, labelAt(lang, table, lower)), upper: lowerFirst(lang, labelAt(lang, table, upper)) };
}

function labelAt(lang: Lang, { options }: FoundTable, position: number): string {
  return inLang(lang, options[position - 1]?.label ?? { vi: '' });
}

function inLang(lang: Lang, text: FoundText): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi;
}

function lowerFirst(lang: Lang, text: string): string {
  return text.charAt(0).toLocaleLowerCase(lang) + text.slice(1);
}

/** Parts joined into one sentence; empty parts fall away. */
function sentence(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
