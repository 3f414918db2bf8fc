import { cellsOf, numberOf } from '@danban/contract';
import type {
  BreakdownSaid,
  CellView,
  ReleaseHead,
  ReleaseMark,
  ReleasedQuestion,
  TableView,
  UnitSaid,
  WrittenQuestion,
} from '@danban/contract';
import {
  aboutSentence,
  askedSentence,
  baseOf,
  breakdownName,
  cautionSentence,
  correctionSentence,
  inLang,
  onPaperSentence,
  participationSentence,
  t,
  unitName,
  writtenSentence,
  type Lang,
  type MessageKey,
} from '@danban/i18n';
import type { Read, ReadGroup } from './reader.ts';

/** A share of so many, which each kind of file writes in its own way. */
export interface Share {
  count: number;
  of: number;
}

export type Figure = string | number | Share;
export type Row = readonly Figure[];

/**
 * The release as a table people open in a spreadsheet: what it is, who answered and the form of asking, an empty line,
 * then a row per group, table and option. The same figures as the screen, and no others. Piece by piece, group by group.
 */
export async function* releaseRows({ mark, head, groups }: Read, lang: Lang): AsyncGenerator<Row[]> {
  const units = new Map<number, UnitSaid>();
  for await (const group of groups) {
    if (group.kind === 'unit') units.set(group.said.position, group.said);
    const isWhole = group.kind === 'unit' && group.said.position === 0;
    if (isWhole) yield [...about(mark, head, group.said, lang).map((line) => [line]), [], columnsOf(head, lang)];
    const name = unitName(lang, units.get(group.kind === 'unit' ? group.said.position : group.said.unit)!);
    const place = head.plan ? [name, breakdownIn(head, group, lang)] : [name];
    yield [...counted(head, group, lang), ...(isWhole ? written(head, lang) : [])]
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ rows }) => rows.map((row) => [...place, ...row]));
  }
}

function about(mark: ReleaseMark, { survey, onPaper }: ReleaseHead, { participation }: UnitSaid, lang: Lang): string[] {
  const who = survey.countUnit ?? 'person';
  return [
    t(lang, 'results.title', { title: inLang(lang, survey.title) }),
    aboutSentence(lang, survey, mark),
    correctionSentence(lang, mark),
    participationSentence(lang, participation, who),
    onPaper ? onPaperSentence(lang, onPaper) : '',
    cautionSentence(lang, participation, who),
    t(lang, `results.door.${survey.door}`),
    t(lang, 'results.rules.hidden'),
  ].filter((line) => line !== '');
}

/** The headings. The last two are of figures. */
export function columnsOf({ plan }: Pick<ReleaseHead, 'plan'>, lang: Lang): string[] {
  const places = plan ? (['unit', 'breakdown'] as const) : (['unit'] as const);
  const names = [...places, 'number', 'asked', 'item', 'option', 'count', 'share'] as const;
  return names.map((name) => t(lang, `results.${name}`));
}

function breakdownIn({ plan }: ReleaseHead, group: ReadGroup, lang: Lang): string {
  return group.kind === 'unit' || !plan ? '' : nameOf(plan, group.said, lang);
}

function nameOf(plan: NonNullable<ReleaseHead['plan']>, { by }: BreakdownSaid, lang: Lang): string {
  return breakdownName(lang, plan, by);
}

/** The rows of one question, to be put in the order of the form. */
interface Numbered {
  number: number;
  rows: Row[];
}

function counted(head: ReleaseHead, { cells }: ReadGroup, lang: Lang): Numbered[] {
  const shown = cellsOf(head, cells);
  return head.questions.map((question, at) => {
    const number = numberOf(head, question.id);
    const asked = [number, askedText(lang, head, question)];
    const rows = question.tables.flatMap((table, i) =>
      cellRows(lang, question, table, shown[at]![i]!).map((row) => [...asked, ...row]),
    );
    return { number, rows };
  });
}

/** A question answered in writing has its place and a sentence, and no figure. */
function written(head: ReleaseHead, lang: Lang): Numbered[] {
  return (head.written ?? []).map((question) => {
    const asked = [question.number, askedText(lang, head, question)];
    const sentence = writtenSentence(lang, head.comments.received);
    return { number: question.number, rows: [[...asked, '', sentence, '', '']] };
  });
}

/** The question, and of whom it was asked where that was not everybody. */
export function askedText(lang: Lang, head: ReleaseHead, { text, showIf }: WrittenQuestion | ReleasedQuestion): string {
  if (!showIf) return inLang(lang, text);
  const number = numberOf(head, showIf.question);
  const who = head.survey.countUnit ?? 'person';
  const asked = askedSentence(lang, { number, options: showIf.options ?? [] }, who);
  return `${inLang(lang, text)} (${asked})`;
}

/** What category 0 is called where it is not silence alone. */
const silentKeys: Record<string, MessageKey> = { multi: 'common.notChosen', rank: 'common.notPlaced' };

/** The categories of a table and what they are called; "no answer" is 0 and stands last, as on the page. */
export function categoriesOf(
  lang: Lang,
  { type }: Pick<ReleasedQuestion, 'type'>,
  { options }: TableView,
): { option: number; label: string }[] {
  const silent = { option: 0, label: t(lang, silentKeys[type] ?? 'common.noAnswer') };
  return [...options.map(({ label }, at) => ({ option: at + 1, label: inLang(lang, label) })), silent];
}

/** One row per category. */
function cellRows(lang: Lang, { type }: ReleasedQuestion, table: TableView, cell: CellView): Row[] {
  const item = table.label ? inLang(lang, table.label) : '';
  return categoriesOf(lang, { type }, table).map(({ option, label }) => [
    item,
    label,
    ...shown(lang, type, cell, option),
  ]);
}

/** Count and share: numbers, "at least …%", or the one word for everything protected. */
export function shown(lang: Lang, type: string, cell: CellView, option: number): [Figure, Figure] {
  const hidden = t(lang, 'common.protected');
  if (cell.kind === 'exact') {
    const count = cell.counts[option] ?? 0;
    return [count, option === 0 ? '' : { count, of: baseOf(type, cell) }];
  }
  if (cell.kind === 'protected' || cell.option !== option) return [hidden, hidden];
  return [hidden, t(lang, 'results.atLeast', { percent: `${cell.atLeast}%` })];
}
