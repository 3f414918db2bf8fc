import { numberOf, type CellView, type ReleaseHead, type ReleasedQuestion, type TableView } from '@danban/contract';
import { findingOf, fixed, inLang, shareOf, t, type Lang, type Who } from '@danban/i18n';
import type { Block, Cell } from '@danban/report';
import { askedText, categoriesOf, shown, type Figure } from '../rows.ts';

/** What the document is written from: a question and its cells of the whole. */
export interface Answered {
  question: ReleasedQuestion;
  cells: readonly CellView[];
}

/** Where there is no share to take, a dash says so: a blank cell would leave it open. */
function said(lang: Lang, figure: Figure): Cell {
  if (typeof figure === 'object') return shareOf(lang, figure.count, figure.of);
  return figure === '' ? '–' : figure;
}

export function findingFor(lang: Lang, { question, cells }: Answered, who: Who): string {
  const tables = question.tables.map((table, at) => ({ ...table, cell: cells[at]!, whole: cells[at]! }));
  return findingOf(lang, question.type, tables, who, question.showIf !== undefined);
}

/** The question, what comes out of it in a sentence, and its figures. */
export function blocksOf(lang: Lang, head: ReleaseHead, answered: Answered, who: Who): Block[] {
  const { question } = answered;
  const named = { number: numberOf(head, question.id), text: askedText(lang, head, question) };
  return [
    { kind: 'heading', text: t(lang, 'report.question', named) },
    { kind: 'text', text: findingFor(lang, answered, who) },
    isGrid(question) ? gridOf(lang, answered) : listOf(lang, answered),
  ];
}

/** Several tables with several options each: rows against options. */
const isGrid = ({ tables }: ReleasedQuestion): boolean => tables.length > 1 && (tables[0]?.options.length ?? 0) > 1;

/** A row for each option, of one table or of the tables of a multiple choice, which have one each. */
function listOf(lang: Lang, { question, cells }: Answered): Block {
  const columns = [t(lang, 'results.option'), t(lang, 'results.count'), t(lang, 'results.share')];
  const rows = question.tables.flatMap((table, at) => optionRows(lang, question, table, cells[at]!));
  return { kind: 'table', columns, rows };
}

function optionRows(lang: Lang, question: ReleasedQuestion, table: TableView, cell: CellView): Cell[][] {
  // That an option was not chosen is what is left of those who chose it.
  const told = categoriesOf(lang, question, table).filter(({ option }) => option > 0 || question.type !== 'multi');
  return told.map(({ option, label }) => {
    const figures = shown(lang, question.type, cell, option).map((figure) => said(lang, figure));
    return [label, ...figures];
  });
}

/** Each row of a matrix, each option of a ranking: how many chose which option, and of how many that is a share. */
export function gridOf(lang: Lang, { question, cells }: Answered, about = t(lang, 'results.item')): Block {
  const [first] = question.tables;
  const hasMeans = cells.some((cell) => cell.kind === 'exact' && cell.mean !== null);
  const mean = t(lang, question.type === 'rank' ? 'results.meanPlace' : 'results.mean');
  const columns = [about, ...first!.options.map(({ label }) => inLang(lang, label)), ...(hasMeans ? [mean] : [])];
  const rows = question.tables.map((table, at) => {
    const cell = cells[at]!;
    const options = table.options.map((_, option) => gridCell(lang, question.type, cell, option + 1));
    return [table.label ? inLang(lang, table.label) : '', ...options, ...(hasMeans ? [meanOf(lang, cell)] : [])];
  });
  return { kind: 'table', columns, rows };
}

function gridCell(lang: Lang, type: string, cell: CellView, option: number): Cell {
  const [count, share] = shown(lang, type, cell, option).map((figure) => said(lang, figure));
  return cell.kind === 'exact' ? `${count} (${share})` : share!;
}

function meanOf(lang: Lang, cell: CellView): Cell {
  if (cell.kind !== 'exact') return t(lang, 'common.protected');
  return cell.mean === null ? t(lang, 'common.noAnswer') : fixed(lang, cell.mean);
}
