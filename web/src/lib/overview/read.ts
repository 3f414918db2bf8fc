import { cellsOf } from '@danban/contract';
import type { CellView, ReleasePage, ReleasedQuestion, TableView, UnitSaid } from '@danban/contract';
import { indexOf, scoreOf, type Score } from '@danban/indicators';

/** What an overview reads of a release: a unit first, then those right below it, and a cell for each in every table. */
export interface ReadPage extends Pick<ReleasePage, 'survey'> {
  units: UnitSaid[];
  questions: ReadQuestion[];
}
export type ReadQuestion = Omit<ReleasedQuestion, 'tables'> & { tables: ReadTable[] };
export type ReadTable = TableView & { cells: CellView[] };

export function readPage(page: ReleasePage): ReadPage {
  const cells = page.units.map((unit) => cellsOf(page, unit.cells));
  return {
    survey: page.survey,
    units: page.units.map(({ cells: _, ...unit }) => unit),
    questions: page.questions.map((question, at) => ({
      ...question,
      tables: question.tables.map((table, column) => ({ ...table, cells: cells.map((own) => own[at]![column]!) })),
    })),
  };
}

/** Whether anything is told of the unit shown. */
export function isTold({ questions }: ReadPage): boolean {
  return questions.some(({ tables }) => tables.some(({ cells: [here] }) => here && here.kind !== 'protected'));
}

/** A question as a sentence names it. */
export type Named = Pick<ReadQuestion, 'id' | 'text'>;

/** Without its cells: a page has one for each of hundreds of units. */
export function named({ id, text }: ReadQuestion): Named {
  return { id, text };
}

/** A unit that a sentence names and leads to. */
export type Place = Pick<UnitSaid, 'position' | 'name' | 'own'>;

export function placeOf({ position, name, own }: UnitSaid): Place {
  return { position, name, own };
}

/** One thing people rated on a scale, asked of everybody. */
export interface Item {
  question: ReadQuestion;
  table: ReadTable;
  label: TableView['options'][number]['label'];
}

/** Everything on a scale: each such question, each row of such a matrix. */
export function itemsOf({ questions }: ReadPage): Item[] {
  return questions.flatMap((question) =>
    question.showIf ? [] : question.tables.flatMap((table) => itemOf(question, table)),
  );
}

function itemOf(question: ReadQuestion, table: ReadTable): Item[] {
  const points = new Set(scoringOf(table).filter((score) => score !== null));
  if (points.size < 2 || question.type === 'rank') return [];
  return [{ question, table, label: table.label ?? question.text }];
}

export function scoringOf({ options }: Pick<TableView, 'options'>): (number | null)[] {
  return options.map(({ score }) => score ?? null);
}

/** The score of a cell; `null` unless every count of it is shown (R12). */
export function scoreIn(table: Pick<TableView, 'options'>, cell: CellView | undefined): Score | null {
  return cell?.kind === 'exact' ? scoreOf(cell.counts, scoringOf(table)) : null;
}

/** The index 0–100 of an item in the unit at a place of the page; `null` where it is not shown. */
export function indexAt({ table }: Item, place: number): number | null {
  const score = scoreIn(table, table.cells[place]);
  return score && indexOf(score, scoringOf(table));
}
