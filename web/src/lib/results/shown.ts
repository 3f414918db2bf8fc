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
interface RulesOf {
  only: string | null;
  shown: readonly ShownQuestion[];
  compared: { units: readonly unknown[]; breakdowns: readonly unknown[] } | null;
}

/** A mark, and the units right below the shown one whose own figures are shown and reach it. */
export type ShownAlert = Alert & { elsewhere: { name: string; own: boolean; count: number }[] };
/** Whether any figure of the questions may be shown at all. */
export function hasFigures(questions: readonly ShownQuestion[]): boolean {
  return questions.some(({ tables }) => tables.some(({ cell }) => cell.kind !== 'protected'));
}

/** How the rules are called: “protected” is spoken of where a page says it. */
export function rulesKey({ only, shown, compared }: RulesOf): 'results.rules' | 'results.rulesNothing' {
  const isSaid =
    only !== null ||
    hasFigures(shown) ||
    shown.length === 0 ||
    Boolean(compared?.units.length || compared?.breakdowns.length);
  return isSaid ? 'results.rules' : 'results.rulesNothing';
}

export type ShownUnit = ReleasedPlace & { parent: number; children: number };
