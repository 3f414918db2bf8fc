import { numberOf, type CellView, type ReleaseHead, type TableView } from '@danban/contract';
import { baseOf, inLang, shareOf, t, type Lang, type Who } from '@danban/i18n';
import type { Block } from '@danban/report';
import { heading, text } from '../../documents/blocks.ts';
import { blocksOf, findingFor, gridOf, type Answered } from './questions.ts';

const optionsOf = ({ question }: Answered): string =>
  (question.tables[0]?.options ?? []).map(({ label }) => label.vi).join('\n');

/** Positions on clauses that were asked of everybody with the same choices: they stand in one table. */
function onClauses(answered: readonly Answered[]): Answered[] {
  const asked = answered.filter(({ question }) => question.type === 'stance' && question.showIf === undefined);
  return asked.filter((one) => optionsOf(one) === optionsOf(asked[0]!));
}

const inPart = (count: number, of: number): number => (of === 0 ? 0 : count / of);

interface Share {
  name: string;
  count: number;
  of: number;
}

/** Where a choice was made most, among the clauses whose figures are shown; ties are all named. */
function mostIn(shares: readonly Share[]): Share[] {
  const most = Math.max(0, ...shares.map(({ count, of }) => inPart(count, of)));
  return most === 0 ? [] : shares.filter(({ count, of }) => inPart(count, of) === most);
}

function mostOf(lang: Lang, named: readonly { name: string; cell: CellView }[], { options }: TableView): Block[] {
  const shown = named.flatMap(({ name, cell }) => (cell.kind === 'exact' ? [{ name, cell }] : []));
  const lines = options.flatMap(({ label }, at) => {
    const most = mostIn(
      shown.map(({ name, cell }) => ({ name, count: cell.counts[at + 1] ?? 0, of: baseOf('stance', cell) })),
    );
    if (most.length === 0 || most.length === shown.length) return [];
    const clauses = most.map(({ name, count, of }) => `${name} (${shareOf(lang, count, of)})`).join('; ');
    return [text(t(lang, 'report.stancesMost', { option: inLang(lang, label), clauses }))];
  });
  const hidden = named.length - shown.length;
  const all = named.length;
  return hidden === 0 ? lines : [...lines, text(t(lang, 'report.stancesHidden', { count: hidden, all }))];
}

/** Clause by clause, in the order of the form, which is that of the draft: one table, and what comes out of it in sentences. */
function stanceBlocks(lang: Lang, head: ReleaseHead, asked: readonly Answered[], who: Who): Block[] {
  const named = asked.map(({ question, cells }) => {
    return { question, cell: cells[0]!, number: numberOf(head, question.id), name: inLang(lang, question.text) };
  });
  const tables = named.map(({ question, number, name }) => {
    const label = t(lang, 'report.question', { number, text: name });
    return { ...question.tables[0]!, label: { vi: label, en: label } };
  });
  const together = { question: { ...asked[0]!.question, tables }, cells: named.map(({ cell }) => cell) };
  return [
    heading(t(lang, 'report.stances')),
    ...mostOf(lang, named, tables[0]!),
    gridOf(lang, together, t(lang, 'report.clause')),
    ...asked.map((one, at) =>
      text(t(lang, 'report.mottoLine', { number: named[at]!.number, finding: findingFor(lang, one, who) })),
    ),
  ];
}

/** Every question in the order of the form; several positions on clauses stand together where the first of them stood. */
export function findingsOf(lang: Lang, head: ReleaseHead, answered: readonly Answered[], who: Who): Block[] {
  const clauses = onClauses(answered);
  const together = clauses.length > 1 ? new Set(clauses) : new Set<Answered>();
  return answered.flatMap((one) => {
    if (!together.has(one)) return blocksOf(lang, head, one, who);
    return one === clauses[0] ? stanceBlocks(lang, head, clauses, who) : [];
  });
}
