import type { CellView, ReleaseView, ReleasedQuestion, TableView } from '@danban/contract';
import { indexOf, scoreOf, type Score } from '@danban/indicators';

/** What an overview reads of a release: a unit first, then those right below it, and a cell for each in every table. */
export type ReadPage = Pick<ReleaseView, 'survey' | 'units' | 'questions'>;

/** One thing people rated on a scale, asked of everybody. */
export interface Item {
  question: ReleasedQuestion;
  table: TableView;
  label: TableView['options'][number]['label'];
}

/** Everything on a scale: each such question, each row of such a matrix. */
export function itemsOf({ questions }: ReadPage): Item[] {
  return questions.flatMap((question) =>
    question.showIf ? [] : question.tables.flatMap((table) => itemOf(question, table)),
  );
}

function itemOf(question: ReleasedQuestion, table: TableView): Item[] {
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
