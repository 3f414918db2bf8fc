import { cellsOf, numberOf } from '@danban/contract';
import type {
  CellView,
  ParticipationView,
  ReleaseMark,
  ReleasePage,
  ReleasedPlace,
  ReleasedQuestion,
  TableView,
  WrittenQuestion,
} from '@danban/contract';
import { readAlert, whoAnswered } from '@danban/i18n';
import type { Who } from '@danban/i18n';
import { askedOf } from './asked.ts';
import type { ShownAlert, ShownQuestion, ShownUnit, ShownWritten } from './shown.ts';
import { pageBelow, type PageBelow } from './pagesBelow.ts';
import { comparisonOf, comparableIn, type Comparable, type Compared } from './compared.ts';

type Text = TableView['options'][number]['label'];

/** What one address shows of a release: one unit, and of those right below it what is compared. */
export interface ResultsView {
  survey: ReleasePage['survey'];
  thresholds: ReleasePage['thresholds'];
  release: ReleasePage['release'];
  /** The newest first. */
  releases: ReleaseMark[];
  unitCount: number;
  /** From the whole down to the unit above. */
  path: ReleasedPlace[];
  unit: ShownUnit;
  /** Those right below it that stand on this page. */
  children: ShownUnit[];
  below: PageBelow;
  questions: { id: string; number: number; text: Text }[];
  participation: ParticipationView;
  /** What was asked and answered for: one sheet a family, a person, a visit. */
  countUnit: Who;
  /** Whom the figures of this unit are about. */
  who: Who;
  /** Written opinions received; `null` where their number may not be said. */
  comments: number | null;
  /** Sealed answers that could not be opened; absent where there were none. */
  unopened: ReleasePage['unopened'];
  /** Sheets that were filled in on paper; absent where there were none. */
  onPaper: ReleasePage['onPaper'];
  /** The only question asked for; `null` shows all. */
  only: string | null;
  shown: ShownQuestion[];
  written: ShownWritten[];
  /** Whether some question was asked only of some. */
  hasRouted: boolean;
  /** Of a consultation, where people are of one mind and where they part: on the page of the whole. */
  map: ReleasePage['map'] | null;
  /** What may be compared, and the table that is: between units, and between the groups of this one. */
  comparable: Comparable[];
  compared: Compared | null;
}

/** Reads `?cau=q2&so-sanh=q2.1` of a page; what names nothing falls back to all questions, the headline. */
export function resultsView(page: ReleasePage, address: URLSearchParams): ResultsView {
  const paged = pageBelow(page.units, address);
  const [shownUnit, ...below] = page.units;
  const { cells, participation, ...unit } = shownUnit!;
  const only = page.questions.find((question) => question.id === address.get('cau')) ?? null;
  const cellsBelow = below.map((child) => ({ ...child, tables: cellsOf(page, child.cells) }));
  const here = cellsOf(page, cells);
  const shown = page.questions.flatMap((question, at) =>
    only === null || question === only ? [shownQuestion(page, question, at, here, cellsBelow)] : [],
  );
  const written = (page.written ?? []).map((question) => shownWritten(page, question));
  const countUnit = page.survey.countUnit ?? 'person';
  return {
    survey: page.survey,
    thresholds: page.thresholds,
    release: page.release,
    releases: page.releases,
    unitCount: page.unitCount,
    path: page.path,
    unit,
    children: paged.units.slice(1).map(({ cells: _, participation: __, ...child }) => child),
    below: paged.below,
    questions: inForm([
      ...page.questions.map(({ id, text }) => ({ id, number: numberOf(page, id), text })),
      ...written,
    ]),
    participation,
    countUnit,
    who: whoAnswered(countUnit, participation),
    comments: page.comments.received,
    unopened: page.unopened,
    onPaper: page.onPaper,
    only: only?.id ?? null,
    shown,
    written: only ? [] : written,
    hasRouted: page.questions.some(({ showIf }) => showIf !== undefined),
    map: shownUnit!.position === 0 && only === null ? (page.map ?? null) : null,
    comparable: page.questions.flatMap((question) => comparableIn(page, question)),
    compared: comparisonOf({ ...page, units: paged.units }, only, address.get('so-sanh')),
  };
}

/** In the order of the form. */
export function inForm<Numbered extends { number: number }>(questions: readonly Numbered[]): Numbered[] {
  return questions.toSorted((a, b) => a.number - b.number);
}

interface Below {
  name: string;
  own: boolean;
  tables: CellView[][];
}

/** Looked for in released cells alone; a unit whose cell is hidden is in no list, whatever happened there. */
function alertOf({ alert }: ReleasedQuestion, at: number, below: readonly Below[]): ShownAlert | null {
  if (!alert) return null;
  const elsewhere = below.flatMap(({ name, own, tables }) => {
    const cell = tables[at]?.[0];
    const reading = cell && readAlert(alert, cell);
    return reading?.kind === 'reached' ? [{ name, own, count: reading.count }] : [];
  });
  return { ...alert, elsewhere };
}

function shownQuestion(
  page: ReleasePage,
  question: ReleasedQuestion,
  at: number,
  here: readonly CellView[][],
  below: readonly Below[],
): ShownQuestion {
  const { id, type, text, headline, motto, sensitive } = question;
  const tables = question.tables.map(({ label, options }, table) => {
    const cell = here[at]![table]!;
    return { label, options, cell, whole: cell };
  });
  const said = { asked: askedOf(page, question), alert: alertOf(question, at, below) };
  return { id, type, text, headline, motto, sensitive, number: numberOf(page, id), ...said, tables };
}

function shownWritten(page: ReleasePage, question: WrittenQuestion): ShownWritten {
  const { id, number, text } = question;
  return { id, number, text, asked: askedOf(page, question) };
}
