import type { CellView, ReleasedPlace, ReleasedQuestion, TableView, WrittenQuestion } from '@danban/contract';
import type { Alert, Asked } from '@danban/i18n';

/** A table as one page shows it: the cell of the unit, which figures are named by as well. */
export type ShownTable = TableView & { cell: CellView; whole: CellView };
export type ShownQuestion = Pick<ReleasedQuestion, 'id' | 'type' | 'text' | 'headline' | 'motto' | 'sensitive'> & {
  number: number;
  /** Of whom it was asked; `null`: of everybody. */
  asked: Asked | null;
  alert: ShownAlert | null;
  tables: ShownTable[];
};
/** A question answered in writing: in its place, without anything of what was written. */
export type ShownWritten = Pick<WrittenQuestion, 'id' | 'number' | 'text'> & { asked: Asked | null; tables?: never };
/** A mark, and the units right below the shown one whose own figures are shown and reach it. */
export type ShownAlert = Alert & { elsewhere: { name: string; own: boolean; count: number }[] };
/** Whether any figure of the questions may be shown at all. */
export function hasFigures(questions: readonly ShownQuestion[]): boolean {
  return questions.some(({ tables }) => tables.some(({ cell }) => cell.kind !== 'protected'));
}

export type ShownUnit = ReleasedPlace & { parent: number; children: number };
