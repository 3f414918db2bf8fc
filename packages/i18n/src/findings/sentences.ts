import { formatPercent, t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { baseOf, figureOf, figureValue, mostChosen, scored } from './figures.ts';
import type { Figure, FigureValue, FoundCell, FoundTable } from './figures.ts';
import { findingOfRanking } from './ranking.ts';
import { findingOfChoices, findingOfRows } from './several.ts';
import { amongPart, amountOf, fixed, labelAt, sentence, topTwoLabels, whoName } from './words.ts';
import type { ReadTable, Who } from './words.ts';

type Exact = Extract<FoundCell, { kind: 'exact' }>;

/**
 * The finding of a question in one sentence, from nothing but what the release shows; it names whom it is about.
 * `routed`: it was asked only of some.
 */
export function findingOf(lang: Lang, type: string, tables: readonly ReadTable[], who: Who, routed = false): string {
  const [first] = tables;
  if (!first) return '';
  if (type === 'multi') return findingOfChoices(lang, tables, who, routed);
  if (type === 'rank') return findingOfRanking(lang, tables, who);
  return tables.length > 1 ? findingOfRows(lang, tables, who) : findingOfTable(lang, type, first, who);
}

/** The finding of one table: one question, one row of a matrix, one option of a multiple choice. */
export function findingOfTable(lang: Lang, type: string, table: ReadTable, who: Who): string {
  const { cell } = table;
  if (cell.kind === 'protected') return sentence([t(lang, 'common.protected')]);
  if (cell.kind === 'band') return bandSentence(lang, table, cell, who);
  if (type === 'multi') return sentence([chosenOne(lang, table, cell, who)]);
  if (baseOf(type, cell) === 0) return t(lang, 'finding.nobody', { n: cell.n });
  if (type === 'stance') return sentence([stancePart(lang, table, cell, who), ...restParts(lang, table, cell)]);
  return sentence([mainPart(lang, table, cell, who), meanPart(lang, table, cell), ...restParts(lang, table, cell)]);
}

/** What a finding begins with: the upper two of a scale, otherwise what was chosen most. */
export function mainPart(lang: Lang, table: ReadTable, cell: Exact, who: Who): string {
  const figure = figureOf(table, table.whole);
  if (figure.kind === 'option') return mostPart(lang, table, cell, who);
  const value = figureValue('scale', table, figure, cell);
  if (value.kind !== 'share') return mostPart(lang, table, cell, who);
  const count = (cell.counts[figure.lower] ?? 0) + (cell.counts[figure.upper] ?? 0);
  return t(lang, 'finding.topTwo', {
    among: amongPart(lang, 'opinion', value.valid, who),
    amount: amountOf(lang, count, value.valid),
    ...topTwoLabels(lang, table, figure),
  });
}

/** Every position on a clause with its share: that few disagree is as much a finding as that many agree. */
function stancePart(lang: Lang, table: FoundTable, cell: Exact, who: Who): string {
  const answered = baseOf('stance', cell);
  const positions = table.options.map((_, at) =>
    t(lang, 'finding.position', {
      amount: amountOf(lang, cell.counts[at + 1] ?? 0, answered),
      option: labelAt(lang, table, at + 1),
    }),
  );
  const among = amongPart(lang, 'answered', answered, who);
  return t(lang, 'finding.stance', { among, positions: positions.join(', ') });
}

/** `điểm trung bình 4,2 trên 5`; empty where the release gives no mean. */
export function meanPart(lang: Lang, { options }: FoundTable, { mean }: Exact): string {
  if (mean === null) return '';
  const written = fixed(lang, mean);
  const scores = options.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
  if (scores.length === 0) return t(lang, 'finding.plainMean', { mean: written });
  return t(lang, 'finding.mean', { mean: written, max: Math.max(...scores) });
}

/** What a figure is called: "hài lòng hoặc rất hài lòng, trong những gia đình có ý kiến". */
export function figureName(lang: Lang, table: FoundTable, figure: Figure, who: Who): string {
  if (figure.kind === 'option')
    return t(lang, 'results.figure.option', { option: labelAt(lang, table, figure.option) });
  return t(lang, 'results.figure.topTwo', { ...topTwoLabels(lang, table, figure), who: whoName(lang, who) });
}

/** A figure's value in words: `87,5%`, "ít nhất 90%", "Được bảo vệ". Hidden is never zero. */
export function writeFigure(lang: Lang, value: FigureValue): string {
  if (value.kind === 'protected') return t(lang, 'common.protected');
  const percent = formatPercent(lang, value.percent);
  return value.kind === 'share' ? percent : t(lang, 'results.atLeast', { percent });
}

/** A bound and nothing beside it: no count, no base. */
function bandSentence(
  lang: Lang,
  table: FoundTable,
  { option, atLeast }: Extract<FoundCell, { kind: 'band' }>,
  who: Who,
): string {
  const said = { percent: formatPercent(lang, atLeast), who: whoName(lang, who) };
  if (option === 0) return t(lang, 'finding.bandBlank', said);
  return t(lang, 'finding.bandOption', { ...said, option: labelAt(lang, table, option) });
}

function mostPart(lang: Lang, table: FoundTable, cell: Exact, who: Who): string {
  const answered = cell.n - (cell.counts[0] ?? 0);
  const most = mostChosen(cell);
  const among = amongPart(lang, 'answered', answered, who);
  const amount = amountOf(lang, cell.counts[most[0] ?? 1] ?? 0, answered);
  const [option = ''] = most.map((position) => labelAt(lang, table, position));
  if (most.length < 2) return t(lang, 'finding.most', { among, option, amount });
  const options = most.map((position) => `“${labelAt(lang, table, position)}”`).join(', ');
  return t(lang, 'finding.tied', { among, options, amount });
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

function chosenOne(lang: Lang, table: FoundTable, { n, counts }: Exact, who: Who): string {
  return t(lang, 'finding.chosenOne', {
    among: amongPart(lang, 'all', n, who),
    amount: amountOf(lang, counts[1] ?? 0, n),
    option: labelAt(lang, table, 1),
  });
}
