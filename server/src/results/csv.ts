import { numberOf } from '@danban/contract';
import type { CellView, ReleaseView, ReleasedQuestion, TableView, WrittenQuestion } from '@danban/contract';
import {
  askedSentence,
  baseOf,
  cautionSentence,
  formatDate,
  inLang,
  participationSentence,
  shareOf,
  t,
  unitName,
  writtenSentence,
  type Lang,
  type MessageKey,
} from '@danban/i18n';
import { csvText, type Value } from '@danban/tables';

/**
 * The release as a table people open in a spreadsheet: what it is, who answered and the form of asking, an empty line,
 * then a row per unit, table and option. The same figures as the screen, and no others.
 */
export function releaseCsv(release: ReleaseView, lang: Lang): string {
  const rows = [...head(release, lang).map((line) => [line]), [], columns(lang), ...figures(release, lang)];
  return csvText(rows, lang);
}

function head({ survey, units }: ReleaseView, lang: Lang): string[] {
  const part = units[0]?.participation ?? { kind: 'unknown' };
  const who = survey.countUnit ?? 'person';
  return [
    t(lang, 'results.title', { title: inLang(lang, survey.title) }),
    t(lang, 'results.about', { body: survey.body, unit: survey.unit, date: formatDate(lang, survey.closedOn) }),
    participationSentence(lang, part, who),
    cautionSentence(lang, part, who),
    t(lang, `results.door.${survey.door}`),
    t(lang, 'results.rules.hidden'),
  ].filter((line) => line !== '');
}

function columns(lang: Lang): string[] {
  const names = ['unit', 'number', 'asked', 'item', 'option', 'count', 'share'] as const;
  return names.map((name) => t(lang, `results.${name}`));
}

function figures(release: ReleaseView, lang: Lang): Value[][] {
  const counted = release.questions.map((question) => ({
    number: numberOf(release, question.id),
    rows: countedRows(release, question, lang),
  }));
  const written = (release.written ?? []).map((question) => ({
    number: question.number,
    rows: [writtenRow(release, question, lang)],
  }));
  return [...counted, ...written].toSorted((a, b) => a.number - b.number).flatMap(({ rows }) => rows);
}

function countedRows(release: ReleaseView, question: ReleasedQuestion, lang: Lang): Value[][] {
  const asked = [numberOf(release, question.id), askedText(lang, release, question)];
  return question.tables.flatMap((table) =>
    table.cells.flatMap((cell, unit) =>
      cellRows(lang, question, table, cell).map((row) => [unitName(lang, release.units[unit]!), ...asked, ...row]),
    ),
  );
}

/** A question answered in writing has its place and a sentence, and no figure. */
function writtenRow(release: ReleaseView, question: WrittenQuestion, lang: Lang): Value[] {
  const [whole] = release.units;
  const asked = [question.number, askedText(lang, release, question)];
  const sentence = writtenSentence(lang, release.comments.received);
  return [whole ? unitName(lang, whole) : release.survey.unit, ...asked, '', sentence, '', ''];
}

/** The question, and of whom it was asked where that was not everybody. */
function askedText(lang: Lang, release: ReleaseView, { text, showIf }: WrittenQuestion | ReleasedQuestion): string {
  if (!showIf) return inLang(lang, text);
  const number = numberOf(release, showIf.question);
  const who = release.survey.countUnit ?? 'person';
  const asked = askedSentence(lang, { number, options: showIf.options ?? [] }, who);
  return `${inLang(lang, text)} (${asked})`;
}

/** What category 0 is called where it is not silence alone. */
const silentKeys: Record<string, MessageKey> = { multi: 'common.notChosen', rank: 'common.notPlaced' };

/** One row per option, "no answer" first. */
function cellRows(lang: Lang, { type }: ReleasedQuestion, table: TableView, cell: CellView): Value[][] {
  const silent = t(lang, silentKeys[type] ?? 'common.noAnswer');
  const labels = [silent, ...table.options.map(({ label }) => inLang(lang, label))];
  const item = table.label ? inLang(lang, table.label) : '';
  return labels.map((label, option) => [item, label, ...shown(lang, type, cell, option)]);
}

/** Count and share: numbers, "at least …%", or the one word for everything protected. */
function shown(lang: Lang, type: string, cell: CellView, option: number): [Value, Value] {
  const hidden = t(lang, 'common.protected');
  if (cell.kind === 'exact') {
    const count = cell.counts[option] ?? 0;
    return [count, option === 0 ? '' : shareOf(lang, count, baseOf(type, cell))];
  }
  if (cell.kind === 'protected' || cell.option !== option) return [hidden, hidden];
  return [hidden, t(lang, 'results.atLeast', { percent: `${cell.atLeast}%` })];
}
