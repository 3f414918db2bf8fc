import { numberOf } from '@danban/contract';
import type {
  CellView,
  ParticipationView,
  ReleaseView,
  ReleasedQuestion,
  TableView,
  WrittenQuestion,
} from '@danban/contract';
import { readAlert, whoAnswered } from '@danban/i18n';
import type { Alert, Asked, Who } from '@danban/i18n';

type Text = TableView['options'][number]['label'];

/** A table as one page shows it: the cell of the chosen unit, and that of the whole to name figures by. */
export type ShownTable = Pick<TableView, 'label' | 'options'> & { cell: CellView; whole: CellView };
export type ShownQuestion = Pick<ReleasedQuestion, 'id' | 'type' | 'text' | 'headline' | 'motto' | 'sensitive'> & {
  number: number;
  /** Of whom it was asked; `null`: of everybody. */
  asked: Asked | null;
  alert: ShownAlert | null;
  tables: ShownTable[];
};
/** A question answered in writing: in its place, without anything of what was written. */
export type ShownWritten = Pick<WrittenQuestion, 'id' | 'number' | 'text'> & { asked: Asked | null; tables?: never };
/** A mark, and the units below the shown one whose own figures are shown and reach it. */
export type ShownAlert = Alert & { elsewhere: { name: string; own: boolean; count: number }[] };
/** Whether any figure of the questions may be shown at all. */
export function hasFigures(questions: readonly ShownQuestion[]): boolean {
  return questions.some(({ tables }) => tables.some(({ cell }) => cell.kind !== 'protected'));
}

export interface ShownUnit {
  position: number;
  name: string;
  own: boolean;
  depth: number;
}

/** One table beside another for every unit; `value` names it in an address: `q4.1` is the second table of q4. */
export interface Comparison {
  value: string;
  type: string;
  text: Text;
  table: Pick<TableView, 'label' | 'options'>;
  whole: CellView;
  asked: Asked | null;
  rows: (ShownUnit & { cell: CellView; participation: ParticipationView })[];
}

/** What one address shows of a release. Only this reaches the browser, never all units times all tables. */
export interface ResultsView {
  survey: ReleaseView['survey'];
  thresholds: ReleaseView['thresholds'];
  units: ShownUnit[];
  questions: { id: string; number: number; text: Text }[];
  unit: ShownUnit;
  participation: ParticipationView;
  /** What was asked and answered for: one sheet a family, a person, a visit. */
  countUnit: Who;
  /** Whom the figures of this unit are about. */
  who: Who;
  /** Written opinions received; `null` where their number may not be said. */
  comments: number | null;
  /** Sealed answers that could not be opened; absent where there were none. */
  unopened: ReleaseView['unopened'];
  /** The only question asked for; `null` shows all. */
  only: string | null;
  shown: ShownQuestion[];
  written: ShownWritten[];
  /** Whether some question was asked only of some. */
  hasRouted: boolean;
  /** What may be compared, and the table that is. */
  comparable: { value: string; number: number; text: Text; label: Text | null }[];
  comparison: Comparison | null;
}

/** Reads `?don-vi=3&cau=q2&so-sanh=q2.1`; what names nothing falls back to the whole, all questions, the headline. */
export function resultsView(release: ReleaseView, address: URLSearchParams): ResultsView {
  const units = shownUnits(release);
  const unit = units[positionIn(units, address.get('don-vi'))] ?? wholeOf(release);
  const only = release.questions.find((question) => question.id === address.get('cau')) ?? null;
  const shown = release.questions.flatMap((question) =>
    only === null || question === only ? [shownQuestion(release, question, unit.position)] : [],
  );
  const written = (release.written ?? []).map((question) => shownWritten(release, question));
  const participation = release.units[unit.position]?.participation ?? { kind: 'unknown' };
  const countUnit = release.survey.countUnit ?? 'person';
  return {
    survey: release.survey,
    thresholds: release.thresholds,
    units,
    questions: inForm([
      ...release.questions.map(({ id, text }) => ({ id, number: numberOf(release, id), text })),
      ...written,
    ]),
    unit,
    participation,
    countUnit,
    who: whoAnswered(countUnit, participation),
    comments: release.comments.received,
    unopened: release.unopened,
    only: only?.id ?? null,
    shown,
    written: only ? [] : written,
    hasRouted: release.questions.some(({ showIf }) => showIf !== undefined),
    comparable: release.questions.flatMap((question) => comparableTables(release, question)),
    comparison: units.length > 1 ? comparisonOf(release, units, only, address.get('so-sanh')) : null,
  };
}

function shownUnits(release: ReleaseView): ShownUnit[] {
  const depths: number[] = [];
  return release.units.map(({ parent, name, own }, position) => {
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    return { position, name, own, depth };
  });
}

function wholeOf({ survey }: ReleaseView): ShownUnit {
  return { position: 0, name: survey.unit, own: false, depth: 0 };
}

function positionIn(units: readonly ShownUnit[], asked: string | null): number {
  const position = Number(asked ?? 0);
  return Number.isInteger(position) && units[position] ? position : 0;
}

const hidden: CellView = { kind: 'protected' };

/** In the order of the form. */
export function inForm<Numbered extends { number: number }>(questions: readonly Numbered[]): Numbered[] {
  return questions.toSorted((a, b) => a.number - b.number);
}

function askedOf(release: ReleaseView, { showIf }: Pick<WrittenQuestion, 'showIf'>): Asked | null {
  if (!showIf) return null;
  return { number: numberOf(release, showIf.question), options: showIf.options ?? [] };
}

/** Looked for in released cells alone; a unit whose cell is hidden is in no list, whatever happened there. */
function alertOf({ units }: ReleaseView, { alert, tables }: ReleasedQuestion, unit: number): ShownAlert | null {
  const [table] = tables;
  if (!alert || !table) return null;
  const elsewhere = units.flatMap(({ name, own }, position) => {
    if (position === unit || !isBelow(units, position, unit)) return [];
    const reading = readAlert(alert, table.cells[position] ?? hidden);
    return reading.kind === 'reached' ? [{ name, own, count: reading.count }] : [];
  });
  return { ...alert, elsewhere };
}

function isBelow(units: ReleaseView['units'], position: number, above: number): boolean {
  const parent = units[position]?.parent ?? -1;
  return parent === above || (parent >= 0 && isBelow(units, parent, above));
}

function shownQuestion(release: ReleaseView, question: ReleasedQuestion, unit: number): ShownQuestion {
  const { id, type, text, headline, motto, sensitive } = question;
  const tables = question.tables.map(({ label, options, cells }) => {
    return { label, options, cell: cells[unit] ?? hidden, whole: cells[0] ?? hidden };
  });
  const said = { asked: askedOf(release, question), alert: alertOf(release, question, unit) };
  return { id, type, text, headline, motto, sensitive, number: numberOf(release, id), ...said, tables };
}

function shownWritten(release: ReleaseView, question: WrittenQuestion): ShownWritten {
  const { id, number, text } = question;
  return { id, number, text, asked: askedOf(release, question) };
}

function comparableTables(release: ReleaseView, { id, text, tables }: ReleasedQuestion): ResultsView['comparable'] {
  const number = numberOf(release, id);
  return tables.map(({ label }, index) => ({ value: `${id}.${index}`, number, text, label }));
}

/** The table asked for, else the first of the only question, of the headline, of any. */
function comparisonOf(
  release: ReleaseView,
  units: readonly ShownUnit[],
  only: ReleasedQuestion | null,
  asked: string | null,
): Comparison | null {
  const counted = release.questions.filter((question) => question.tables.length > 0);
  const fallback = only ?? counted.find((question) => question.headline) ?? counted[0];
  const [id, index] = asked?.split('.') ?? [];
  const question = counted.find((one) => one.id === id) ?? fallback;
  const at = question?.id === id && question?.tables[Number(index)] ? Number(index) : 0;
  const table = question?.tables[at];
  if (!question || !table) return null;
  return {
    value: `${question.id}.${at}`,
    type: question.type,
    text: question.text,
    asked: askedOf(release, question),
    table: { label: table.label, options: table.options },
    whole: table.cells[0] ?? hidden,
    rows: units.map((unit) => ({
      ...unit,
      cell: table.cells[unit.position] ?? hidden,
      participation: release.units[unit.position]?.participation ?? { kind: 'unknown' },
    })),
  };
}
