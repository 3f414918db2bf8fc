import { cellsOf, numberOf } from '@danban/contract';
import type {
  CellView,
  Criterion,
  ParticipationView,
  ReleasePage,
  ReleasedPlace,
  ReleasedQuestion,
  TableView,
} from '@danban/contract';
import type { Asked, Lang } from '@danban/i18n';
import type { Bars } from '../chart/bars.ts';
import { askedOf } from './asked.ts';
import { partOf } from './figures.ts';
import { toneOf } from './stack.ts';

type Text = TableView['options'][number]['label'];

/** A table that can be compared; `value` names it in an address: `q4.1` is the second table of q4. */
export interface Comparable {
  value: string;
  number: number;
  text: Text;
  label: Text | null;
}

/** The table units and groups are compared by, with the cell of the shown unit, which figures are named by. */
export interface ComparedTable {
  value: string;
  type: string;
  text: Text;
  table: TableView;
  whole: CellView;
  asked: Asked | null;
}

export interface UnitRow extends ReleasedPlace {
  cell: CellView;
  participation: ParticipationView;
}

/** The groups of one criterion, or of two crossed: the categories of each, in the order of the form, "no answer" last. */
export interface Breakdown {
  criteria: Criterion[];
  groups: { categories: number[]; n: number | null; cell: CellView }[];
}

export interface Compared extends ComparedTable {
  /** The unit and those right below it; none where there is none below. */
  units: UnitRow[];
  breakdowns: Breakdown[];
}

export function comparableIn(page: ReleasePage, { id, text, tables }: ReleasedQuestion): Comparable[] {
  const number = numberOf(page, id);
  return tables.map(({ label }, index) => ({ value: `${id}.${index}`, number, text, label }));
}

/** The table asked for, else the first of the only question, of the headline, of any. */
function chosenIn(page: ReleasePage, only: ReleasedQuestion | null, asked: string | null) {
  const counted = page.questions.filter((question) => question.tables.length > 0);
  const fallback = only ?? counted.find((question) => question.headline) ?? counted[0];
  const [id, index] = asked?.split('.') ?? [];
  const question = counted.find((one) => one.id === id) ?? fallback;
  const at = question?.id === id && question?.tables[Number(index)] ? Number(index) : 0;
  return question && { question, at };
}

/** What of this page lies side by side; `null` where nothing does. */
export function comparisonOf(page: ReleasePage, only: ReleasedQuestion | null, asked: string | null): Compared | null {
  const chosen = chosenIn(page, only, asked);
  const isAlone = page.units.length < 2 && page.breakdowns.length === 0;
  if (!chosen || isAlone) return null;
  const { question, at } = chosen;
  const place = page.questions.indexOf(question);
  const cellIn = (packed: ReleasePage['units'][number]['cells']): CellView => cellsOf(page, packed)[place]![at]!;
  const units = page.units.map(({ cells, position, name, own, participation }) => {
    return { position, name, own, participation, cell: cellIn(cells) };
  });
  return {
    value: `${question.id}.${at}`,
    type: question.type,
    text: question.text,
    asked: askedOf(page, question),
    table: question.tables[at]!,
    whole: units[0]!.cell,
    units: units.length > 1 ? units : [],
    breakdowns: breakdownsOf(page, cellIn),
  };
}

function breakdownsOf(
  { plan, breakdowns }: ReleasePage,
  cellIn: (packed: ReleasePage['units'][number]['cells']) => CellView,
): Breakdown[] {
  if (!plan) return [];
  const found = new Map<string, Breakdown>();
  for (const { by, n, cells } of breakdowns) {
    const name = by.map(({ criterion }) => criterion).join(' ');
    const criteria = by.map(({ criterion }) => plan.breakdowns[criterion]!);
    const breakdown = found.get(name) ?? { criteria, groups: [] };
    breakdown.groups.push({ categories: by.map(({ category }) => category), n, cell: cellIn(cells) });
    found.set(name, breakdown);
  }
  const ordered = [...found.values()].map(({ criteria, groups }) => ({ criteria, groups: groups.toSorted(inForm) }));
  return ordered;
}

/** "No answer" stands behind the answers, as it does in every table. */
function inForm(a: Breakdown['groups'][number], b: Breakdown['groups'][number]): number {
  const last = (category: number) => (category === 0 ? Infinity : category);
  const at = a.categories.findIndex((category, i) => category !== b.categories[i]);
  return at < 0 ? 0 : last(a.categories[at]!) - last(b.categories[at]!);
}

/** More bars than this are no picture; the table has them all. */
const mostBars = 30;

/** How the answers lie beside each other: a bar a row, a part an option. `null`: a picture would say nothing. */
export function comparedBars(
  lang: Lang,
  { type, table }: Pick<ComparedTable, 'type' | 'table'>,
  rows: readonly { label: string; cell: CellView }[],
): Bars | null {
  const drawn = rows.filter(({ cell }) => cell.kind === 'exact');
  if (table.options.length < 2 || drawn.length < 2 || drawn.length > mostBars) return null;
  return {
    labels: drawn.map(({ label }) => label),
    series: table.options.map(({ label }, at) => ({
      label: label[lang] ?? label.vi,
      tone: toneOf(type, table.options, at),
      parts: drawn.map(({ cell }) => partOf(type, cell, at + 1)),
    })),
  };
}
